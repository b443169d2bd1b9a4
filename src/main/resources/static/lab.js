/* The techniques that need a script: the browser's storage and the token. */
document.querySelectorAll("form[data-storage]").forEach((form) => {
	const storage = window[form.dataset.storage];
	if (form.hasAttribute("data-state")) {
		storage.setItem("lab-order", form.dataset.state);
	}
	form.addEventListener("submit", () => {
		const state = storage.getItem("lab-order");
		form.elements.order.disabled = state === null;
		form.elements.order.value = state ?? "";
	});
});

document.querySelectorAll("form[data-bearer]").forEach((form) => {
	if (form.hasAttribute("data-state")) {
		localStorage.setItem("lab-token", form.dataset.state);
	}
	form.addEventListener("submit", async (event) => {
		event.preventDefault();
		const token = localStorage.getItem("lab-token");
		const headers = new Headers();
		try {
			if (token !== null) {
				headers.set("Authorization", "Bearer " + token);
			}
		} catch { // a header cannot have every character
			form.querySelector("[data-unsendable]").hidden = false;
			return;
		}
		const body = new URLSearchParams(new FormData(form));
		const html = await fetch(form.action, { method: "POST", headers, body }).then((response) => response.text(), () => "");
		const page = new DOMParser().parseFromString(html, "text/html");
		if (page.querySelector("#answer") === null) {
			form.querySelector("[data-unanswered]").hidden = false;
			return;
		}
		document.querySelector("main").replaceWith(page.querySelector("main"));
		scrollTo(0, 0);
	});
});

if (document.querySelector("script[data-reset]")) {
	sessionStorage.removeItem("lab-order");
	localStorage.removeItem("lab-order");
	localStorage.removeItem("lab-token");
	history.replaceState(null, "", location.pathname); // to load the page again is no reset
}
