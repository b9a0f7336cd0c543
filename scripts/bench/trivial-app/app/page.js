import { headers } from "next/headers";

/** The least a page can be that is rendered for each request: what every ratio of the bench is against. */
export default async function Page() {
  return <p>{(await headers()).get("user-agent")}</p>;
}
