import { NotForYourRole } from "@/components/ui/refused-pages";

export const metadata = { title: "Not for your role" };

export default NotForYourRole;
