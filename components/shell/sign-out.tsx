import { LogOut } from "lucide-react";

export function SignOut({ className }: { className: string }) {
  return (
    <form action="/sign-out" method="post">
      <button type="submit" className={className}>
        <LogOut size={18} strokeWidth={1.75} aria-hidden />
        Sign out
      </button>
    </form>
  );
}
