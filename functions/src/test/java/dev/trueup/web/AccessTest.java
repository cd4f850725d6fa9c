package dev.trueup.web;

import static dev.trueup.web.TestingApi.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AccessTest {
  private final TestingApi api = new TestingApi();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Bearer",
        "Bearer ",
        "Bearer nobody's",
        "Bearer approver-key2",
        "Basic approver-key",
        "approver-key",
        "Bearer approver-key approver-key",
        "Bearer d74ff0ee8da3b9806b18c877dbf29bbde50b5bd8e4dad7a3a725000feb82e8f1"
      })
  void asksForAKeyThatIsKnown(String authorization) {
    for (Route route : api.api.routes()) {
      Response response =
          api.send(route.method(), path(route), "{}", Map.of("authorization", authorization));

      assertThat(response.status()).as(route.template()).isEqualTo(401);
      assertThat(response.headers())
          .containsEntry("WWW-Authenticate", "Bearer realm=\"trueup\"")
          .containsEntry("Content-Type", "application/problem+json");
      assertThat(response.body()).doesNotContain("approver-key");
    }
  }

  @Test
  void takesTheSchemeInAnySpelling() {
    Response response =
        api.send("GET", "/api/runs", "", Map.of("authorization", "bEARER  viewer-key "));

    assertThat(response.status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /api/runs, viewer",
    "GET, /api/runs/{id}, viewer",
    "GET, /api/runs/{id}/items, viewer",
    "GET, /api/runs/{id}/items.csv, viewer",
    "GET, /api/connections, viewer",
    "GET, /api/openapi.json, viewer",
    "POST, /api/{resource}/compare, operator",
    "POST, /api/runs/{id}/pause, operator",
    "POST, /api/runs/{id}/cancel, operator",
    "POST, /api/{resource}/sync, approver",
    "POST, /api/runs/{id}/approve, approver",
    "POST, /api/runs/{id}/reject, approver",
    "POST, /api/runs/{id}/resume, approver"
  })
  void givesEachRoleItsPart(String method, String template, String needed) {
    Role least = Role.of(needed).orElseThrow();
    Route route =
        api.api.routes().stream()
            .filter(each -> each.method().equals(method) && each.template().equals(template))
            .findFirst()
            .orElseThrow();
    for (Role role : Role.values()) {
      Response response =
          api.send(
              method, path(route), "", Map.of("authorization", "Bearer " + role.code() + "-key"));

      if (role.may(least)) {
        assertThat(response.status()).isNotIn(401, 403, 500);
      } else {
        assertThat(response.status()).isEqualTo(403);
        assertThat(json(response).path("detail").asText())
            .startsWith("this needs the role " + needed + "; the key of ");
      }
    }
  }

  @Test
  void coversEveryRouteByARole() {
    assertThat(api.api.routes()).hasSize(17);
  }

  @Test
  void keepsNoKeyThatCannotBeOne() {
    assertThatThrownBy(() -> new AccessKey("Ada", Role.VIEWER, "secret"))
        .hasMessageContaining("SHA-256")
        .hasMessageNotContaining("secret");
    assertThatThrownBy(() -> new AccessKey(" ", Role.VIEWER, "0".repeat(64)))
        .hasMessageContaining("name");
    assertThat(
            new AccessKey(
                    "Ada",
                    Role.VIEWER,
                    "BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD")
                .fits(AccessKey.hash("abc")))
        .isTrue();
  }

  private static String path(Route route) {
    return route.template().replace("{id}", "01KAMPZZZZ0000000000").replace("{resource}", "labels");
  }
}
