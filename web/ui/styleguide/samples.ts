import type { Language } from "@interurban/contract/languages";

/** What the style guide shows: one practice and its discussion, told in the reader's language where we have it. */
export interface Sample {
	dateline: [what: string, checked: string, place: string];
	topics: [string, string];
	title: string;
	lead: string;
	/** Sanitised HTML, as the server makes it of Markdown. */
	html: string;
	facts: [label: string, value: string][];
	ask: string;
	save: string;
	discussion: string;
	questionBy: string;
	questionFrom: string;
	question: string;
	answerBy: string;
	answerFrom: string;
	answer: string;
}

const en: Sample = {
	dateline: ["Practice 214", "checked on 3 November 2026", "Aachen, Germany"],
	topics: ["Heavy rain", "Climate adaptation"],
	title: "How Aachen mapped the risk of heavy rain for every plot in nine months",
	lead: "With €12,345, two people and open elevation data – and what the city would do differently next time.",
	html: '<p>The civil engineering office linked the <a href="#">elevation model</a> of the state with the register of sewers. What mattered was to involve the fire brigade from the first week.</p><ul><li>Elevation data, 1 m grid</li><li>Register of sewers</li></ul>',
	facts: [
		["Inhabitants", "249,070"],
		["Cost", "€12,345"],
		["Duration", "9 months"],
		["Taken over by", "7 municipalities in 4 countries"],
	],
	ask: "Ask a question",
	save: "Save",
	discussion: "Discussion",
	questionBy: "Олена Коваль",
	questionFrom: "Чернівці",
	question: "<p>Чи є зразок положення? Ґрунт у нас глинистий, їжаки щасливі.</p>",
	answerBy: "Miriam Becker",
	answerFrom: "Aachen",
	answer: "<p>Yes – the by-law is attached as a template, § 4 settles liability.</p>",
};

const samples: Partial<Record<Language, Sample>> = {
	de: {
		dateline: ["Praxisbeispiel Nr. 214", "geprüft am 3. November 2026", "Aachen, Deutschland"],
		topics: ["Starkregen", "Klimaanpassung"],
		title: "Wie Aachen in neun Monaten eine Starkregenkarte für jedes Grundstück baute",
		lead: "Mit 12.345 € Sachkosten, zwei Personen und offenen Höhendaten – und was die Stadt beim zweiten Mal anders machen würde.",
		html: '<p>Das Tiefbauamt verknüpfte das <a href="#">Landeshöhenmodell</a> mit dem Kanalkataster. Entscheidend war, die Feuerwehr von der ersten Woche an einzubinden.</p><ul><li>Höhendaten, Raster 1 m</li><li>Kanalkataster mit Straßenentwässerungseinrichtungen</li></ul>',
		facts: [
			["Einwohner", "249.070"],
			["Kosten", "12.345 €"],
			["Dauer", "9 Monate"],
			["Übertragen von", "7 Kommunen in 4 Ländern"],
		],
		ask: "Frage stellen",
		save: "Merken",
		discussion: "Gespräch",
		questionBy: "Олена Коваль",
		questionFrom: "Чернівці",
		question: "<p>Чи є зразок положення? Ґрунт у нас глинистий, їжаки щасливі.</p>",
		answerBy: "Miriam Becker",
		answerFrom: "Aachen",
		answer: "<p>Ja – die Satzung liegt als Vorlage bei, § 4 regelt die Haftung.</p>",
	},
	uk: {
		dateline: ["Приклад № 214", "перевірено 3 листопада 2026 р.", "Чернівці"],
		topics: ["Зливи", "адаптація"],
		title: "Як Чернівці за дев’ять місяців створили карту сильних злив для кожної ділянки",
		lead: "Ґрунтовні дані, двоє людей і 12 345 грн — та що місто зробило б інакше.",
		html: '<p>Департамент об’єднав модель висот із <a href="#">кадастром каналізації</a>. Їжак, єнот, щука, ґанок.</p>',
		facts: [
			["Населення", "264 427"],
			["Вартість", "12 345 ₴"],
		],
		ask: "Поставити запитання",
		save: "Зберегти",
		discussion: "Розмова",
		questionBy: "Міріам Бекер",
		questionFrom: "Аахен",
		question: "<p>Шаблон статуту додано.</p>",
		answerBy: "Łukasz Wróbel",
		answerFrom: "Wrocław",
		answer: "<p>Dziękuję! Żółte światło.</p>",
	},
	ar: {
		dateline: ["ممارسة رقم 214", "رُوجعت في 3 نوفمبر 2026", "عمّان، الأردن"],
		topics: ["الأمطار الغزيرة", "التكيف المناخي"],
		title: "كيف أعدّت عمّان خريطة للأمطار الغزيرة لكل قطعة أرض خلال تسعة أشهر",
		lead: "بكلفة 12,345 يورو وموظفَين اثنين وبيانات ارتفاع مفتوحة، وما الذي ستفعله المدينة بشكل مختلف في المرة القادمة.",
		html: '<p>ربطت دائرة الأشغال نموذج الارتفاع الرقمي (QGIS 3.34) مع <a href="#">سجل شبكة الصرف</a>. وكان إشراك الدفاع المدني منذ الأسبوع الأول حاسمًا.</p>',
		facts: [
			["عدد السكان", "1,275,857"],
			["الكلفة", "12,345 €"],
			["المدة", "9 أشهر"],
		],
		ask: "اطرح سؤالًا",
		save: "احفظ",
		discussion: "النقاش",
		questionBy: "ميريام بيكر",
		questionFrom: "آخن",
		question: "<p>هل يوجد نموذج للائحة؟</p>",
		answerBy: "ليلى الحوراني",
		answerFrom: "عمّان",
		answer: "<p>نعم، اللائحة مرفقة كنموذج.</p>",
	},
};

export const sampleIn = (language: Language): Sample => samples[language] ?? en;

/** Long, mixed and awkward names that a layout must bear. */
export const names = [
	"Miriam Becker",
	"Олена Коваль",
	"ليلى الحوراني",
	"Friederike-Charlotte von Oberhausen-Sterkrade zu Donaudampfschifffahrtsgesellschaft",
	"Ng",
];

export const sdgs = Array.from({ length: 17 }, (_, index) => ({
	number: index + 1,
	label: `Goal ${index + 1}`,
	href: `/search?sdg=${index + 1}`,
}));
