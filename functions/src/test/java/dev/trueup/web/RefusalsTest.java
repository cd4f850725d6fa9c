package dev.trueup.web;

import static dev.trueup.catalog.TestingRecords.stock;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trueup.plan.Policies;
import dev.trueup.run.ReviewLink;
import dev.trueup.run.Run;
import dev.trueup.run.RunStatus;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Whoever may not decide does not, and nothing is changed.
final class RefusalsTest {
  private static final String NONCE = "n".repeat(43);

  private TestingApi api = new TestingApi();

  /// A run that Oskar asked for and that waits for approval.
  private Run waiting() {
    api.woocommerce.put(stock("w1", "MUG", "Mug", 5));
    api.shopify.put(stock("s1", "MUG", "Mug", 8));
    var answer =
        api.send(
            "POST",
            "/api/inventory/compare",
            "{\"sourceOfTruth\":\"woocommerce\",\"guards\":{\"changedShare\":1}}",
            Map.of("prefer", "wait=20", "authorization", "Bearer operator-key"));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    Run run = api.ledger.runs(null, 1).runs().getFirst();
    api.ledger.keepLink(
        run.id(),
        new ReviewLink(
            HexFormat.of().formatHex(AccessKey.hash(NONCE)), String.valueOf(run.digest())));
    return run;
  }

  private static Map<String, String> approval(Run run) {
    return Map.of("digest", String.valueOf(run.digest()), "select", "matching");
  }

  private void isUntouched(Run run) {
    Run now = api.ledger.find(run.id()).orElseThrow();
    assertThat(now.status()).isEqualTo(RunStatus.AWAITING_APPROVAL);
    assertThat(now.decision()).isNull();
  }

  private void refuses(Response response, int status, String sentence) {
    assertThat(response.status()).as(response.body()).isEqualTo(status);
    assertThat(response.body()).contains(sentence);
  }

  @Test
  void sendsWhoeverHasNoKeyToTheDoor() {
    Run run = waiting();
    var nobody = new TestingBrowser(api);
    assertThat(nobody.get("/runs/" + run.id()).headers())
        .containsEntry("Location", "/sign-in?to=%2Fruns%2F" + run.id());
    refuses(nobody.post("/runs/" + run.id() + "/approve", approval(run)), 401, "sign in");
    isUntouched(run);
  }

  @Test
  void doesNotLetAnOperatorApprove() {
    Run run = waiting();
    var oskar = new TestingBrowser(api).signedIn("operator-key");
    oskar.get("/runs/" + run.id());
    refuses(oskar.submit("/runs/" + run.id() + "/approve", approval(run)), 403, "role approver");
    isUntouched(run);
  }

  @Test
  void doesNotLetAViewerCompareOrCancel() {
    Run run = waiting();
    var vera = new TestingBrowser(api).signedIn("viewer-key");
    vera.get("/runs/" + run.id());
    refuses(vera.submit("/runs/" + run.id() + "/cancel", Map.of()), 403, "role operator");
    refuses(
        vera.submit("/inventory/compare", Map.of("sourceOfTruth", "shopify")),
        403,
        "role operator");
    isUntouched(run);
  }

  @Test
  void takesFourEyesWhereTheyAreAskedFor() {
    api = new TestingApi(Policies.DEFAULTS, true);
    var ada = new TestingBrowser(api).signedIn("approver-key");
    api.woocommerce.put(stock("w1", "MUG", "Mug", 5));
    api.shopify.put(stock("s1", "MUG", "Mug", 8));
    ada.get("/inventory");
    ada.submit("/inventory/compare", Map.of("sourceOfTruth", "woocommerce"));
    api.workflow.runAll();
    Run run = api.ledger.runs(null, 1).runs().getFirst();
    ada.get("/runs/" + run.id());
    refuses(
        ada.submit("/runs/" + run.id() + "/approve", approval(run)), 403, "wo people are needed");
    isUntouched(run);
  }

  @Test
  void aLinkIsNoSecondPairOfEyes() {
    api = new TestingApi(Policies.DEFAULTS, true);
    Run run = waiting();
    var link = byLink(run, NONCE);
    refuses(
        link.submit("/review/" + run.id() + "/approve", approval(run)),
        403,
        "wo people are needed");
    isUntouched(run);
  }

  @Test
  void letsALinkApproveOnce() {
    Run run = waiting();
    var link = byLink(run, NONCE);
    assertThat(link.page().text()).contains("1 item to change in Shopify");
    Response approved = link.submit("/review/" + run.id() + "/approve", approval(run));
    assertThat(approved.status()).as(approved.body()).isEqualTo(303);
    Run decided = api.ledger.find(run.id()).orElseThrow();
    assertThat(decided.decision()).isNotNull();
    assertThat(String.valueOf(decided.decision())).contains("by=link");
    refuses(
        byLink(run, NONCE).submit("/review/" + run.id() + "/reject", approval(run)),
        410,
        "link was used");
    assertThat(api.ledger.find(run.id())).contains(decided);
  }

  @Test
  void lookingByLinkDecidesNothing() {
    Run run = waiting();
    var link = byLink(run, NONCE);
    link.get("/review/" + run.id());
    link.get("/review/" + run.id() + "/items.csv");
    link.submit("/review/" + run.id() + "/confirm", approval(run));
    refuses(link.get("/review/" + run.id() + "/approve"), 405, "");
    isUntouched(run);
  }

  @Test
  void refusesTheLinkOfAnotherRun() {
    Run run = waiting();
    var link = byLink(run, "x".repeat(43));
    refuses(link.get("/review/" + run.id()), 403, "does not open a review");
    refuses(
        link.submit("/review/" + run.id() + "/approve", approval(run)),
        403,
        "does not open a review");
    isUntouched(run);
  }

  @Test
  void opensNothingElseByLink() {
    Run run = waiting();
    var link = byLink(run, NONCE);
    assertThat(link.get("/runs/" + run.id()).status()).isEqualTo(303);
    assertThat(link.get("/inventory").status()).isEqualTo(303);
    refuses(link.post("/runs/" + run.id() + "/approve", approval(run)), 401, "sign in");
    assertThat(link.submit("/review/" + run.id() + "/cancel", Map.of()).status()).isEqualTo(404);
    isUntouched(run);
  }

  @Test
  void refusesALinkWhoseRunExpired() {
    Run run = waiting();
    api.ledger.close(run.id(), current -> current.with(RunStatus.EXPIRED));
    refuses(byLink(run, NONCE).get("/review/" + run.id()), 410, "time to decide");
    refuses(
        byLink(run, NONCE).post("/review/" + run.id() + "/approve", approval(run)),
        410,
        "time to decide");
    assertThat(api.ledger.find(run.id()).orElseThrow().decision()).isNull();
  }

  @Test
  void refusesALinkMadeForAnotherPlan() {
    Run run = waiting();
    api.ledger.keepLink(
        run.id(), new ReviewLink(HexFormat.of().formatHex(AccessKey.hash(NONCE)), "0".repeat(64)));
    refuses(byLink(run, NONCE).get("/review/" + run.id()), 410, "another plan");
    isUntouched(run);
  }

  @Test
  void saysWhoDecidedInstead() {
    Run run = waiting();
    api.post("/api/runs/" + run.id() + "/reject", "{}");
    refuses(byLink(run, NONCE).get("/review/" + run.id()), 410, "rejected by Ada");
  }

  @Test
  void refusesAnotherDigest() {
    Run run = waiting();
    var ada = new TestingBrowser(api).signedIn("approver-key");
    ada.get("/runs/" + run.id());
    refuses(
        ada.submit(
            "/runs/" + run.id() + "/approve",
            Map.of("digest", "0".repeat(64), "select", "matching")),
        409,
        "digest");
    isUntouched(run);
  }

  @Test
  void refusesAForgedCookie() {
    Run run = waiting();
    var ada = new TestingBrowser(api).signedIn("approver-key");
    ada.get("/runs/" + run.id());
    String cookie = ada.cookie(Cookies.SESSION);
    for (String forged :
        new String[] {
          cookie.substring(0, cookie.length() - 2),
          cookie.replaceFirst("\\.(\\d)", ".9"),
          "x" + cookie,
          "a.b.c.d",
          "....",
          ""
        }) {
      ada.set(Cookies.SESSION, forged);
      assertThat(ada.post("/runs/" + run.id() + "/approve", approval(run)).status())
          .as(forged)
          .isEqualTo(401);
    }
    isUntouched(run);
  }

  @Test
  void endsASessionAfterEightHours() {
    var ada = new TestingBrowser(api).signedIn("approver-key");
    assertThat(ada.get("/inventory").status()).isEqualTo(200);
    api.pass(Duration.ofHours(8));
    assertThat(ada.get("/inventory").headers()).containsKey("Location");
  }

  @Test
  void refusesAFormOfAnotherSite() {
    Run run = waiting();
    var ada = new TestingBrowser(api).signedIn("approver-key");
    String body = "digest=" + run.digest() + "&select=matching";
    ada.get("/runs/" + run.id());
    String csrf = ada.page().select("input[name=csrf]").attr("value");
    String path = "/runs/" + run.id() + "/approve";
    refuses(ada.send("POST", path, body, Map.of()), 403, "load the page again");
    for (String origin :
        List.of("https://evil.example", "null", "https://trueup.example.evil.example")) {
      refuses(
          ada.send("POST", path, body + "&csrf=" + csrf, Map.of("origin", origin)),
          403,
          "sent by another site");
    }
    isUntouched(run);
  }

  @Test
  void neverDecidesOnAGet() {
    Run run = waiting();
    var ada = new TestingBrowser(api).signedIn("approver-key");
    for (String verb : new String[] {"approve", "reject", "cancel", "pause", "resume", "confirm"}) {
      assertThat(ada.get("/runs/" + run.id() + "/" + verb).status()).isEqualTo(405);
    }
    isUntouched(run);
  }

  @Test
  void slowsDownWhoeverGuessesKeys() {
    var guesser = new TestingBrowser(api);
    for (int i = 0; i < 10; i++) {
      assertThat(guesser.post("/sign-in", Map.of("key", "guess" + i)).status()).isEqualTo(401);
    }
    Response late = guesser.post("/sign-in", Map.of("key", "approver-key"));
    refuses(late, 429, "try again");
    assertThat(late.headers()).containsKey("Retry-After");
    api.pass(Duration.ofMinutes(10));
    assertThat(guesser.post("/sign-in", Map.of("key", "approver-key")).status()).isEqualTo(303);
  }

  @Test
  void keepsCookiesFromScriptsAndOtherSites() {
    Response response = new TestingBrowser(api).post("/sign-in", Map.of("key", "approver-key"));
    assertThat(response.headers().get("Set-Cookie"))
        .contains("; HttpOnly")
        .contains("; SameSite=Lax")
        .endsWith("; Secure");
  }

  @Test
  void leadsNowhereElseAfterSigningIn() {
    for (String to :
        new String[] {
          "https://evil.example", "//evil.example", "/\\evil.example", "javascript:1"
        }) {
      Response response =
          new TestingBrowser(api).post("/sign-in", Map.of("key", "approver-key", "to", to));
      assertThat(response.headers()).containsEntry("Location", "/inventory");
    }
  }

  @Test
  void letsNoScriptOfAPageRunAndNoFrameHoldIt() {
    Response response = new TestingBrowser(api).signedIn("viewer-key").get("/inventory");
    assertThat(response.headers().get("Content-Security-Policy"))
        .contains("default-src 'none'; script-src 'self'; style-src 'self'")
        .contains("frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(response.headers()).containsEntry("Cache-Control", "no-store");
    var page = new TestingBrowser(api).signedIn("viewer-key");
    page.get("/inventory");
    assertThat(page.page().select("script:not([src]), style, [style], [onclick]")).isEmpty();
  }

  private TestingBrowser byLink(Run run, String nonce) {
    var browser = new TestingBrowser(api);
    Response arrival = browser.get("/review/" + run.id() + "?nonce=" + nonce);
    assertThat(arrival.headers())
        .containsEntry("Location", "/review/" + run.id())
        .hasEntrySatisfying("Set-Cookie", cookie -> assertThat(cookie).contains("Path=/review/"));
    browser.get("/review/" + run.id());
    return browser;
  }
}
