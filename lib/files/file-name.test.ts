import fc from "fast-check";
import { expect, test } from "vitest";
import { propertyRuns } from "../testing/rounds";
import { cleanFileName, disposition } from "./file-name";

test("keeps a plain name and the ending it really has", () => {
  expect(cleanFileName("railing section (2).JPG", "image/jpeg")).toBe("railing section (2).jpg");
  expect(cleanFileName("gate_front.jpg", "image/png")).toBe("gate_front.png");
  expect(cleanFileName("façade-😀.jpg", "image/jpeg")).toBe("façade-😀.jpg");
  expect(cleanFileName("Dr. Müller 3.5 mm", "application/pdf")).toBe("Dr. Müller 3.5 mm.pdf");
});

test("SECURITY 31: a name cannot leave its folder, hide its ending or be a device", () => {
  expect(cleanFileName("..%2F..%2Fetc%2Fpasswd", "image/png")).toBe(
    "..%2F..%2Fetc%2Fpasswd.png".replace(/^\.+/, ""),
  );
  expect(cleanFileName("../../etc/passwd", "image/png")).toBe("passwd.png");
  expect(cleanFileName("C:\\fakepath\\IMG_2041.jpg", "image/jpeg")).toBe("IMG_2041.jpg");
  expect(cleanFileName("invoice_\u202egpj.exe", "image/jpeg")).toBe("invoice_gpj.jpg");
  expect(cleanFileName("con.png", "image/png")).toBe("con_.png");
  expect(cleanFileName(" \0\r\n ", "image/webp")).toBe("file.webp");
  expect(cleanFileName(`${"x".repeat(300)}.jpg`, "image/jpeg")).toHaveLength(120);
});

test("SECURITY 32: any name makes one safe header line, and comes out of it whole", () => {
  const name = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom(
      'a"b.png',
      "<img src=x onerror=alert(1)>.png",
      "x\r\nSet-Cookie: a=b.png",
      "façade-😀.jpg",
    ),
  );
  fc.assert(
    fc.property(name, (typed) => {
      const clean = cleanFileName(typed, "image/png");
      const header = disposition(clean, "attachment");
      expect(header).toMatch(
        /^attachment; filename="[\x20-\x21\x23-\x5b\x5d-\x7e]*"; filename\*=UTF-8''[\w!#$&+.^`|~%-]+$/,
      );
      expect(decodeURIComponent(header.split("UTF-8''")[1] as string)).toBe(clean);
      new Headers({ "content-disposition": header });
    }),
    propertyRuns,
  );
});
