// Keeps what is ticked across pages, searches and sorting of one review, and shows the question
// before a sync in a dialog. Everything works without it, one page at a time.
(() => {
  'use strict';

  const form = () => document.querySelector('#choice[data-run]');
  const boxes = () => [...document.querySelectorAll('#choice input[name="item"][type="checkbox"]')];
  const key = (at) => 'choice ' + at.dataset.run;

  // matching: everything that fits the search is chosen, but the ids; otherwise only the ids are.
  const load = (at) => {
    const kept = JSON.parse(sessionStorage.getItem(key(at)) || '{}');
    const matching = kept.matching === true && kept.filter === at.dataset.filter;
    const fits = matching || kept.matching !== true;
    return { matching, filter: at.dataset.filter, ids: new Set(fits ? kept.ids || [] : []) };
  };
  const save = (at, state) => {
    try {
      sessionStorage.setItem(key(at), JSON.stringify({ ...state, ids: [...state.ids] }));
    } catch { /* no room: what is ticked on this page still counts */ }
  };

  const count = (at, state) =>
    state.matching ? Number(at.dataset.matching) - state.ids.size : state.ids.size;

  const number = new Intl.NumberFormat('en');

  const show = () => {
    const at = form();
    if (!at) return;
    const state = load(at);
    for (const box of boxes()) {
      box.checked = state.ids.has(box.value) !== state.matching;
      box.closest('tr').classList.toggle('chosen', box.checked);
    }
    const all = document.getElementById('tick-page');
    if (all) {
      const ticked = boxes().filter((box) => box.checked).length;
      all.checked = ticked > 0 && ticked === boxes().length;
      all.indeterminate = ticked > 0 && !all.checked;
    }
    const chosen = count(at, state);
    const sync = document.getElementById('sync');
    if (sync) {
      sync.textContent = `Sync selected (${number.format(chosen)})`;
      sync.value = state.matching ? 'matching' : 'ticked';
      sync.disabled = chosen === 0;
      document.getElementById('selected').textContent =
        chosen === 0 ? 'Nothing selected' : `${number.format(chosen)} selected`;
    }
  };

  const change = (edit) => {
    const at = form();
    const state = load(at);
    edit(state);
    save(at, state);
    show();
  };

  const tick = (state, box) => {
    if (box.checked !== state.matching) state.ids.add(box.value);
    else state.ids.delete(box.value);
  };

  document.addEventListener('change', (event) => {
    if (event.target.matches('#choice[data-run] input[name="item"]')) {
      change((state) => tick(state, event.target));
    } else if (event.target.id === 'tick-page' && form()) {
      const wanted = event.target.checked;
      change((state) => boxes().forEach((box) => {
        box.checked = wanted;
        tick(state, box);
      }));
    }
  });

  document.addEventListener('click', (event) => {
    if (event.target.id === 'tick-all') {
      change((state) => { state.matching = true; state.ids = new Set(); });
    } else if (event.target.id === 'tick-none') {
      change((state) => { state.matching = false; state.ids = new Set(); });
    } else if (event.target.closest('dialog .js-close')) {
      event.preventDefault();
      event.target.closest('dialog').close();
    }
  });

  // What is sent is the choice, not the boxes of one page.
  document.addEventListener('htmx:configRequest', (event) => {
    const at = event.detail.elt.closest('#choice[data-run]');
    if (!at || event.detail.verb !== 'post') return;
    const state = load(at);
    const sent = event.detail.parameters;
    delete sent.item;
    sent.select = state.matching ? 'matching' : 'ticked';
    sent[state.matching ? 'except' : 'item'] = [...state.ids].join(',');
  });

  document.addEventListener('htmx:afterSwap', (event) => {
    if (event.detail.target.id === 'confirm') {
      const dialog = document.getElementById('confirm');
      if (dialog && !dialog.open) dialog.showModal();
    }
    show();
  });

  // A double click approves once.
  document.addEventListener('submit', (event) => {
    if (event.target.matches('form.confirm')) {
      const button = event.target.querySelector('button.main');
      if (button.getAttribute('aria-disabled') === 'true') event.preventDefault();
      button.setAttribute('aria-disabled', 'true');
    }
  });

  document.documentElement.classList.add('scripted');
  document.addEventListener('DOMContentLoaded', show);
  if (document.readyState !== 'loading') show();
})();
