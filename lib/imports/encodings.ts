/** Encodings a person may choose when the guess looks wrong, and what they are called on screen. */
export const encodingNames = {
  "utf-8": "UTF-8, most files of today",
  "windows-1252": "Western, Windows",
  "windows-1250": "Central European, Windows",
  "windows-1251": "Cyrillic, Windows",
  "iso-8859-15": "Western with €",
  macintosh: "Western, old Mac",
  ibm850: "Western, DOS",
  "utf-16le": "UTF-16",
  "utf-16be": "UTF-16, big end first",
  shift_jis: "Japanese",
} as const;

export const encodingChoices = Object.keys(encodingNames) as (keyof typeof encodingNames)[];
