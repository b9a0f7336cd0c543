import { fieldLabels } from "./fields";
import type { Mapping } from "./guess-mapping";

/** Each column by its own heading and by what its field is called here; null where it fills none. */
export const headingsOf = ({ kind, fields }: Mapping, headers: readonly string[]) =>
  fields.map((field, at) => ({
    header: headers[at] ?? "",
    label: field === null ? null : (fieldLabels[kind][field] ?? field),
  }));
