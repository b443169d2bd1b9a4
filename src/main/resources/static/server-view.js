/* Lets the clocks run, warns a minute before the session's end and says when it is over. Without it the times stand as
   they were when the page was made. */
(() => {
	const two = (number) => String(number).padStart(2, "0");
	const text = (seconds) => {
		const hours = Math.floor(seconds / 3600);
		const minutes = Math.floor(seconds / 60) % 60;
		return (hours ? hours + ":" + two(minutes) : minutes) + ":" + two(seconds % 60);
	};

	function run(clock, changed) {
		// From the time of day, and not by counting: a computer may have slept. The server has cut off a part of a second.
		let ends = Date.now() + Number(clock.dataset.seconds) * 1000 + 999;
		let over = false;
		const place = clock.parentElement;
		const counting = [...place.childNodes];
		const show = () => {
			const left = Math.max(0, Math.floor((ends - Date.now()) / 1000));
			clock.textContent = text(left);
			if (over !== Date.now() >= ends) {
				over = !over;
				place.replaceChildren(...(over ? [clock.dataset.over] : counting));
				place.classList.toggle("over", over);
			}
			changed(left, over);
		};
		setInterval(show, 1000);
		return { ends: () => ends, endAt: (time) => { ends = time; show(); }, show };
	}

	document.querySelectorAll(".server-view .left:not([data-warning])").forEach((clock) => run(clock, () => {}));

	const clock = document.querySelector(".server-view .left[data-warning]");
	if (clock) {
		const notice = document.createElement("p");
		notice.className = "notice expiry";
		notice.setAttribute("role", "status");
		document.querySelector("main").prepend(notice);
		const say = (text) => {
			if (notice.textContent !== text) {
				notice.textContent = text;
			}
		};
		const session = run(clock, (left, over) => say(over ? clock.dataset.over : left < 60 ? clock.dataset.warning : ""));
		session.show();
		// All tabs have one session: the page that was loaded last knows best how long it lives.
		let tabs;
		addEventListener("pageshow", (event) => {
			tabs = new BroadcastChannel("billpay-session");
			tabs.onmessage = (message) => session.endAt(message.data);
			if (!event.persisted) {
				tabs.postMessage(session.ends());
			}
		});
		// With an open channel the browser does not keep the page for its back button.
		addEventListener("pagehide", () => tabs.close());
	}
})();
