import { expect, test } from "vitest";
import { rolePermissions, roles } from "@/db/vocabulary";
import { keyStep } from "./key-steps";
import { places, placesFor } from "./places";

test("shows a coater neither import nor settings, and everyone the board, jobs, customers, inbox and powders", () => {
  expect(placesFor(rolePermissions.coater).map((place) => place.name)).toEqual([
    "Board",
    "Jobs",
    "Customers",
    "Inbox",
    "Powders",
  ]);
  for (const role of roles) expect(placesFor(rolePermissions[role]).length).toBeGreaterThanOrEqual(4);
  expect(placesFor(rolePermissions.owner)).toEqual(places);
});

test("goes to a place by G and its letter, and does what single keys say", () => {
  expect(keyStep("b", true)).toEqual({ go: "/board" });
  expect(keyStep("c", true)).toEqual({ go: "/customers" });
  expect(keyStep("c", false)).toEqual({ go: "/jobs/new" });
  expect(keyStep("g", false)).toBe("wait");
  expect(keyStep("/", false)).toBe("search");
  expect(keyStep("?", false)).toEqual({ open: "keys" });
  expect(keyStep("x", true)).toBeNull();
  expect(keyStep("x", false)).toBeNull();
  expect(new Set(places.map((place) => place.key)).size).toBe(places.length);
});
