import { NotHere } from "@/components/ui/refused-pages";

export const metadata = { title: "Not here" };

export default NotHere;
