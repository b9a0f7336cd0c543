import { NotSignedIn } from "@/components/ui/refused-pages";

export const metadata = { title: "Sign in first" };

export default NotSignedIn;
