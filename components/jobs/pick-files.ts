import { acceptedTypes } from "@/lib/files/limits";

/** Opens the device's own choice of files; with the camera first where asked and there is one. */
export function pickFiles(onFiles: (files: File[]) => void, from: "files" | "camera" = "files"): void {
  const input = document.createElement("input");
  input.type = "file";
  input.multiple = from === "files";
  input.accept = from === "camera" ? "image/jpeg" : acceptedTypes;
  if (from === "camera") input.setAttribute("capture", "environment");
  input.onchange = () => onFiles([...(input.files ?? [])]);
  input.click();
}
