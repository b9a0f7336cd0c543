export const menuLine =
  "flex min-h-10 items-center gap-3 rounded-sm px-3 py-1.5 data-[selected=true]:bg-accent-wash";
