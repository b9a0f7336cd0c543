import localFont from "next/font/local";

const archivo = localFont({
  src: "../node_modules/@fontsource-variable/archivo/files/archivo-latin-wght-normal.woff2",
  variable: "--font-archivo",
  weight: "100 900",
  display: "swap",
});

/** Polish, Czech, Turkish and other Latin letters: fetched only by a page that shows one. */
const archivoExtended = localFont({
  src: "../node_modules/@fontsource-variable/archivo/files/archivo-latin-ext-wght-normal.woff2",
  variable: "--font-archivo-ext",
  weight: "100 900",
  display: "swap",
  preload: false,
  adjustFontFallback: false,
  declarations: [
    { prop: "unicode-range", value: "U+0100-02BA,U+02BD-02C5,U+1E00-1E9F,U+1EF2-1EFF,U+20A0-20C0" },
  ],
});

export const fontVariables = `${archivo.variable} ${archivoExtended.variable}`;
