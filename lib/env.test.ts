import { describe, expect, test } from "vitest";
import { parseEnv } from "./env";

const enough = {
  APP_DATABASE_URL: "postgres://app@localhost/coatyard",
  AUTH_SECRET: "s".repeat(32),
  COATYARD_DATA: "/data",
  COATYARD_URL: "https://shop.example.com",
};

describe("SECURITY 37: settings are checked at the start", () => {
  test("four are enough", () => {
    expect(parseEnv(enough)).toMatchObject({ COATYARD_ROLE: "all", SMTP_URL: "" });
  });

  test("each that is missing is named with what to set, and no value is repeated", () => {
    const secret = "postgres-password-in-here";
    const parse = () =>
      parseEnv({ APP_DATABASE_URL: secret.replace("postgres", "mysql"), AUTH_SECRET: "short" });
    expect(parse).toThrow(/APP_DATABASE_URL: set it to/);
    expect(parse).toThrow(/AUTH_SECRET: set it to at least 32/);
    expect(parse).toThrow(/COATYARD_URL/);
    expect(parse).not.toThrow(/password-in-here/);
  });

  test.each([
    "http://shop.example.com",
    "http://192.168.1.20:3000",
    "ftp://localhost",
    "http://localhost.evil.example",
  ])("SECURITY 9: plain http beyond localhost is refused: %s", (url) => {
    expect(() => parseEnv({ ...enough, COATYARD_URL: url })).toThrow(
      /COATYARD_URL: plain http is for localhost/,
    );
  });

  test.each(["http://localhost:3000", "http://127.0.0.1:3000", "http://[::1]:3000"])("%s will do", (url) => {
    expect(parseEnv({ ...enough, COATYARD_URL: url }).COATYARD_URL).toBe(url);
  });

  test("a mail service needs a sender", () => {
    expect(() => parseEnv({ ...enough, SMTP_URL: "smtp://mail.example.com" })).toThrow(/MAIL_FROM: set it/);
    expect(() => parseEnv({ ...enough, RESEND_API_KEY: "re_1" })).toThrow(/MAIL_FROM: set it/);
    const whole = { ...enough, SMTP_URL: "smtp://mail.example.com", MAIL_FROM: "Q <q@example.com>" };
    expect(parseEnv(whole).MAIL_FROM).toBe("Q <q@example.com>");
  });

  test("SECURITY 29: a sender on two lines is refused", () => {
    expect(() => parseEnv({ ...enough, MAIL_FROM: "q@example.com\r\nBcc: all@example.com" })).toThrow(
      /MAIL_FROM/,
    );
  });
});
