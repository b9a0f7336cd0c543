export default function BoardLayout({
  children,
  panel,
}: {
  children: React.ReactNode;
  panel: React.ReactNode;
}) {
  return (
    <div className="flex h-[calc(100dvh-var(--bottom-bar))] flex-col">
      <h1 className="sr-only">Board</h1>
      {children}
      {panel}
    </div>
  );
}
