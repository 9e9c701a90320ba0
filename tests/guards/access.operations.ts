import {
	author,
	authorAndStaff,
	everyone,
	otherMembers,
	type Role,
	signedIn,
	staff,
} from "./access.roles.ts";

/** Everything that may be asked at the root, with those who get an answer; others get null, nothing, or a refusal. */
export const queries: Record<string, { call: string; readers: readonly Role[] }> = {
	alerts: { call: "alerts { id }", readers: author },
	challenge: { call: "challenge(id: $challenge) { id }", readers: everyone },
	challenges: { call: "challenges { items { id } }", readers: everyone },
	comparePracticeRevisions: {
		call: "comparePracticeRevisions(id: $practice, from: 1, to: 2) { differences { field } }",
		readers: everyone,
	},
	conversation: { call: "conversation(id: $conversation) { id }", readers: author },
	conversations: { call: "conversations { items { id } }", readers: author },
	countries: { call: "countries { code }", readers: everyone },
	country: { call: 'country(code: "DE") { code }', readers: everyone },
	draft: { call: 'draft(key: "practice:mine") { key }', readers: author },
	drafts: { call: "drafts { key }", readers: author },
	inbox: { call: "inbox { items { isUnread } }", readers: author },
	messages: { call: 'messages(text: "between us") { items { post { id } } }', readers: author },
	organisation: { call: "organisation(id: $organisation) { id }", readers: everyone },
	people: { call: "people { items { id } }", readers: everyone },
	peopleFacets: { call: "peopleFacets { total }", readers: everyone },
	person: { call: "person(handle: $handle) { id }", readers: everyone },
	ping: { call: "ping", readers: everyone },
	place: { call: "place(id: $place) { id }", readers: everyone },
	practice: { call: "practice(slug: $slug) { id }", readers: everyone },
	practiceMap: { call: "practiceMap { id }", readers: everyone },
	practices: { call: "practices { items { id } }", readers: everyone },
	renderMarkdown: { call: 'renderMarkdown(texts: ["*x*"])', readers: everyone },
	sdgs: { call: "sdgs { number }", readers: everyone },
	search: { call: "search { items { id } }", readers: everyone },
	sessions: { call: "sessions { id }", readers: signedIn },
	similar: { call: 'similar(title: "Compost from the waste of markets") { id }', readers: everyone },
	spokenLanguages: { call: "spokenLanguages { tag }", readers: everyone },
	suggest: { call: 'suggest(text: "compost") { topics { name } }', readers: everyone },
	placesCalled: { call: 'placesCalled(name: "Muster") { id }', readers: everyone },
	suggestPlaces: { call: 'suggestPlaces(text: "Muster") { id }', readers: everyone },
	suggestTopics: { call: 'suggestTopics(text: "compost") { topic { id } }', readers: everyone },
	topicsInText: { call: 'topicsInText(text: "We compost.") { id }', readers: everyone },
	thread: { call: "thread(id: $thread) { id }", readers: everyone },
	threads: { call: "threads { items { id } }", readers: everyone },
	topic: { call: 'topic(id: "composting") { id }', readers: everyone },
	topics: { call: "topics { id }", readers: everyone },
	viewer: { call: "viewer { id }", readers: signedIn },
};

const content = `title: "Compost from the market", claim: "Half becomes compost.", language: "en", placeId: $place,
	organisationName: "City of Musterstadt", organisationKind: municipality, topicIds: ["composting"], sdgs: [12],
	stage: running, situation: "Waste lay about.", approach: "We composted it.", outcome: "It is gone."`;
const uuid = "8f14e45f-ceea-467f-a0e6-1b2c3d4e5f60";

/**
 * Every mutation with those who may. To others it is refused: `forbidden` where they see the thing, `not_found` where
 * they do not, `auth.required` for visitors.
 */
export const mutations: Record<string, { call: string; may: readonly Role[] }> = {
	acceptConversation: { call: "acceptConversation(id: $request) { id }", may: author },
	addCoAuthor: { call: "addCoAuthor(practiceId: $practice, handle: $coAuthor) { id }", may: authorAndStaff },
	addParticipants: { call: "addParticipants(id: $conversation, handles: [$stranger]) { id }", may: author },
	blockPerson: { call: "blockPerson(handle: $coAuthor) { id }", may: signedIn },
	changeEmail: {
		call: 'changeEmail(input: { email: $unusedEmail, currentPassword: "a long enough password" }) { id }',
		may: signedIn,
	},
	changeHabits: { call: "changeHabits(showTyping: false) { id }", may: signedIn },
	changeLanguage: { call: 'changeLanguage(language: "de") { id }', may: signedIn },
	changePassword: {
		call: 'changePassword(input: { currentPassword: "a long enough password", newPassword: "some rivers run uphill" })',
		may: signedIn,
	},
	closeChallenge: { call: "closeChallenge(id: $challenge) { id }", may: authorAndStaff },
	closeThread: { call: "closeThread(id: $thread, closed: true) { id }", may: staff },
	confirmPractice: { call: "confirmPractice(id: $practice) { id }", may: authorAndStaff },
	declineConversation: { call: "declineConversation(id: $request)", may: author },
	deleteDraft: { call: 'deleteDraft(key: "practice:own")', may: signedIn },
	deletePost: { call: "deletePost(id: $post) { id }", may: authorAndStaff },
	editPost: { call: 'editPost(id: $post, body: "Otherwise") { id }', may: author },
	// A thread of its own is not among what the checks have made: nobody moves the discussion of a practice.
	editThread: { call: 'editThread(id: $thread, title: "T") { id }', may: [] },
	endOtherSessions: { call: "endOtherSessions", may: signedIn },
	endSession: { call: `endSession(id: "${uuid}")`, may: signedIn },
	finishOnboarding: { call: "finishOnboarding { id }", may: signedIn },
	join: {
		call: 'join(input: { name: "New", email: "join@city.example", password: "some rivers run uphill" })',
		may: everyone,
	},
	leaveConversation: { call: "leaveConversation(id: $conversation)", may: author },
	lookAtAlerts: { call: 'lookAtAlerts(until: "2026-01-01T00:00:00Z") { id }', may: signedIn },
	markAllRead: { call: 'markAllRead(until: "2026-01-01T00:00:00Z")', may: signedIn },
	markRead: { call: "markRead(threadId: $thread, upTo: 1) { id }", may: signedIn },
	markUnread: { call: "markUnread(threadId: $thread, from: 1) { id }", may: signedIn },
	markSolution: { call: "markSolution(id: $post, solves: true) { id }", may: staff },
	nameConversation: { call: 'nameConversation(id: $conversation, name: "Us") { id }', may: author },
	publishChallenge: {
		call: `publishChallenge(clientId: "${uuid}", input: { title: "T", problem: "P", placeId: $place, topicIds: ["composting"] }) { id }`,
		may: signedIn,
	},
	publishPractice: { call: `publishPractice(input: { ${content} }) { id }`, may: signedIn },
	reactToPost: { call: "reactToPost(id: $post, kind: thanks, given: true) { id }", may: otherMembers },
	removeAlert: { call: "removeAlert(id: $alert)", may: author },
	removeCoAuthor: {
		call: "removeCoAuthor(practiceId: $practice, handle: $coAuthor) { id }",
		may: authorAndStaff,
	},
	removeParticipant: {
		call: "removeParticipant(id: $conversation, handle: $coAuthor) { id }",
		may: author,
	},
	renameAlert: { call: 'renameAlert(id: $alert, name: "Mine") { id }', may: author },
	reopenChallenge: { call: "reopenChallenge(id: $challenge) { id }", may: authorAndStaff },
	saveDraft: { call: 'saveDraft(key: "practice:own", version: 0, fields: []) { key }', may: signedIn },
	saveSearch: { call: 'saveSearch(search: { text: "compost" }) { id }', may: signedIn },
	setThreadLevel: { call: "setThreadLevel(threadId: $thread, level: muted) { id }", may: signedIn },
	setTopicLevel: { call: 'setTopicLevel(topicId: "composting", level: watching) { id }', may: signedIn },
	signIn: {
		call: 'signIn(input: { email: "signs-in@city.example", password: "a long enough password" }) { id }',
		may: everyone,
	},
	signOut: { call: "signOut", may: everyone },
	startConversation: {
		call: `startConversation(handles: [$stranger], body: "B", clientId: "${uuid}") { id }`,
		may: signedIn,
	},
	startThread: {
		call: `startThread(topicId: "composting", title: "T", body: "B", clientId: "${uuid}") { id }`,
		may: signedIn,
	},
	summariseThread: { call: 'summariseThread(id: $thread, summary: "S") { id }', may: authorAndStaff },
	translatePractice: {
		call: 'translatePractice(id: $practice, language: "fr", title: "T", claim: "C") { id }',
		may: authorAndStaff,
	},
	unblockPerson: { call: "unblockPerson(handle: $coAuthor) { id }", may: signedIn },
	updateChallenge: {
		call: 'updateChallenge(id: $challenge, input: { title: "T", problem: "P", placeId: $place, topicIds: ["composting"] }) { id }',
		may: author,
	},
	updatePractice: {
		call: `updatePractice(id: $practice, revision: 2, input: { ${content} }) { id }`,
		may: authorAndStaff,
	},
	updateProfile: { call: 'updateProfile(input: { name: "Renamed" }) { id }', may: signedIn },
	withdrawPractice: { call: "withdrawPractice(id: $practice)", may: authorAndStaff },
	writePost: { call: `writePost(threadId: $thread, clientId: "${uuid}", body: "B") { id }`, may: signedIn },
};
