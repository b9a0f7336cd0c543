"use client";
import "./globals.css";
import ErrorPage from "./error";

export default function GlobalError(props: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>This page could not be shown · Coatyard</title>
        <ErrorPage {...props} />
      </body>
    </html>
  );
}
