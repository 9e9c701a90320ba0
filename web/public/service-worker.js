/**
 * Shows the page for being offline when a page cannot be loaded. Nothing else is kept here: what a person writes lies in
 * the page's own storage, and pages are as fresh as the server's.
 */
const languages = ["de", "en", "fr", "es", "ar", "uk"];
const store = "offline-1";

self.addEventListener("install", (event) => {
	const pages = languages.map((language) => new Request(`/${language}/offline`, { credentials: "omit" }));
	event.waitUntil(caches.open(store).then((cache) => cache.addAll(pages)));
	self.skipWaiting();
});

self.addEventListener("activate", (event) => {
	const removeOld = async () => {
		const names = await caches.keys();
		await Promise.all(names.filter((name) => name !== store).map((name) => caches.delete(name)));
	};
	event.waitUntil(removeOld());
});

self.addEventListener("fetch", (event) => {
	const { request } = event;
	if (request.mode !== "navigate" || request.method !== "GET") return;
	const showOffline = async () => {
		const [, first] = new URL(request.url).pathname.split("/");
		const language = languages.includes(first) ? first : "en";
		return (await caches.match(`/${language}/offline`)) ?? Response.error();
	};
	event.respondWith(fetch(request).catch(showOffline));
});
