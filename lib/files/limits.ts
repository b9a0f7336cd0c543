/** What a shop may keep of pictures and drawings; safe in the browser. */
export const mostFileBytes = 25 * 1024 * 1024;
export const mostFilesOfOwner = 100;
export const mostPicturePixels = 100_000_000;

export const keptTypes = ["image/jpeg", "image/png", "image/webp", "application/pdf"] as const;
export type KeptType = (typeof keptTypes)[number];

/** For the accept attribute: naming the types makes a phone hand over its HEIC pictures as JPEG. */
export const acceptedTypes = keptTypes.join(",");

export const isPicture = (type: string) => type.startsWith("image/");
export const fileAddress = (id: string) => `/api/files/${id}`;
export const thumbnailAddress = (id: string) => `/api/files/${id}/thumbnail`;
