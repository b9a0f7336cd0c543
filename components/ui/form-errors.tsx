import { Notice } from "./notice";

type FormErrorsProps = {
  /** What stopped the whole form. */
  message?: string | null;
  /** Which fields, by the id of their control. */
  fields?: readonly { id: string; label: string; message: string }[];
};

/** Above a form that was refused: the reason, and a link to each field to look at. */
export function FormErrors({ message, fields = [] }: FormErrorsProps) {
  if (!message && fields.length === 0) return null;
  return (
    <Notice tone="late" title={message ?? "Some fields need another look."}>
      {fields.length > 0 && (
        <ul>
          {fields.map((field) => (
            <li key={field.id}>
              <a href={`#${field.id}`} className="underline underline-offset-2">
                {field.label}
              </a>
              : {field.message}
            </li>
          ))}
        </ul>
      )}
    </Notice>
  );
}
