/** Resolves when the page has loaded and has nothing else to do. In the browser only. */
export function whenIdle(): Promise<void> {
	return new Promise((resolve) => {
		const later = () =>
			"requestIdleCallback" in window
				? window.requestIdleCallback(() => resolve(), { timeout: 3000 })
				: setTimeout(resolve, 300);
		if (document.readyState === "complete") later();
		else window.addEventListener("load", later, { once: true });
	});
}
