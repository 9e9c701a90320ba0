/**
 * Shows the page for being offline when a page cannot be loaded; it is kept with its scripts and styles. Nothing else is
 * kept here: what a person writes lies in the page's own storage, and pages are as fresh as the server's.
 */
const languages = ["de", "en", "fr", "es", "ar", "uk"];
const store = "offline-2";

self.addEventListener("install", (event) => {
	event.waitUntil(keepPages());
	self.skipWaiting();
});

async function keepPages() {
	const cache = await caches.open(store);
	const assets = new Set();
	for (const language of languages) {
		const page = new Request(`/${language}/offline`, { credentials: "omit" });
		const response = await fetch(page);
		if (!response.ok) throw new Error("the page for being offline cannot be had");
		await cache.put(page, response.clone());
		for (const [address] of (await response.text()).matchAll(/\/assets\/[^"]+\.(?:js|css)/g))
			assets.add(address);
	}
	await cache.addAll([...assets]);
}

self.addEventListener("activate", (event) => {
	const removeOld = async () => {
		const names = await caches.keys();
		await Promise.all(names.filter((name) => name !== store).map((name) => caches.delete(name)));
	};
	event.waitUntil(removeOld());
});

self.addEventListener("fetch", (event) => {
	const { request } = event;
	if (new URL(request.url).pathname.startsWith("/assets/")) {
		event.respondWith(fetch(request).catch(async () => (await caches.match(request)) ?? Response.error()));
		return;
	}
	if (request.mode !== "navigate" || request.method !== "GET") return;
	const showOffline = async () => {
		const [, first] = new URL(request.url).pathname.split("/");
		const language = languages.includes(first) ? first : "en";
		return (await caches.match(`/${language}/offline`)) ?? Response.error();
	};
	event.respondWith(fetch(request).catch(showOffline));
});
