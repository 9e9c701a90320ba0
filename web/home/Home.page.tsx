import { Head } from "../head.tsx";
import { useWords } from "../words.ts";

export default function HomePage() {
	const t = useWords();
	return (
		<>
			<Head title="" description={t("home.description")} canonical="/" />
			<h1>{t("home.title")}</h1>
		</>
	);
}
