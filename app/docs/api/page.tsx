import type { Metadata } from "next";
import { ApiPage } from "@/components/api/api-page";
import { openApi, scopeLines } from "@/lib/api/openapi";
import { problemLines } from "@/lib/api/problem";

export const metadata: Metadata = { title: "API" };

/** Of the product, not of a shop: open to anyone, as the document it is made from. */
export default function ApiDocsPage() {
  return <ApiPage document={openApi()} scopes={scopeLines} problems={problemLines} />;
}
