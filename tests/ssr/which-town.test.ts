import { people } from "@interurban/db/schema/people";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { useApp } from "../kit/app.ts";
import { useDatabase } from "../kit/database.ts";
import { makePerson, makePlace, makeTopics } from "../kit/factories.ts";
import { withoutScript } from "../kit/no-script.ts";
import { builtPages } from "../kit/pages.ts";

const { db } = await useDatabase();
const { app, asMember } = await useApp(db, { web: await builtPages() });
await makeTopics(db, "waste");
const small = await makePlace(db, { name: "Twinford", country: "US", population: 4_000 });
const large = await makePlace(db, { name: "Twinford", country: "AU", population: 260_000 });
const home = await makePlace(db, { name: "Aachen", country: "DE" });
const person = await makePerson(db, { placeId: home.id });
const { cookie } = await asMember(person);
const { get, submit } = withoutScript(app, cookie);

test.each([
	["/en/challenges/new", "PublishChallenge", "input.placeId"],
	["/en/threads/new", "StartThread", "placeId"],
	["/en/practices/new", "PublishPractice", "input.placeId"],
	["/en/settings/profile", "UpdateProfile", "input.place"],
])(
	"a name that several towns bear is asked about in the form at %s, and the answer counts",
	async (path, mutation, name) => {
		const typed = { [`${name}Text`]: "Twinford", [name]: null };
		const asked = await submit(await get(path), mutation, typed);
		expect(asked.status).toBe(422);
		expect(asked.texts(".error-summary li").join()).toContain("several towns called “Twinford”");
		const choices = [...asked.document.querySelectorAll(`input[type="radio"][name="${name}"]`)];
		expect(choices.map((choice) => choice.getAttribute("value"))).toEqual([large.id, small.id].map(String));
		expect(asked.texts("label").join()).toContain("Twinford, Australia");
		const answered = await submit(asked, mutation, { [name]: String(large.id) });
		expect(answered.texts(".error-summary li").join()).not.toContain("Twinford");
		if (mutation === "UpdateProfile") {
			const [row] = await db.select().from(people).where(eq(people.id, person.id));
			expect(row?.placeId).toBe(large.id);
		}
	},
);
