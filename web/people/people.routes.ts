import { page } from "../page.ts";

export const peopleRoutes = [
	page("/people", "./people/People.page.tsx", ["people"]),
	page("/people/:handle", "./people/Person.page.tsx", ["people", "practices"]),
	page("/join", "./people/Join.page.tsx", ["account"]),
	page("/sign-in", "./people/SignIn.page.tsx", ["account"]),
	page("/signed-in", "./people/SignedIn.page.tsx", ["account"]),
	page("/welcome", "./people/Welcome.page.tsx", ["account", "people", "practices"]),
	page("/settings", "./people/Settings.page.tsx", ["account"]),
	page("/settings/profile", "./people/ProfileSettings.page.tsx", ["people"]),
];
