/** What was refused, said aloud; its place is held so that nothing jumps. */
export function RefusedLine({ message }: { message?: string }) {
  return (
    <p role="alert" className={message ? "rounded-sm bg-late-wash px-3 py-2 text-late-ink" : "sr-only"}>
      {message}
    </p>
  );
}
