/* Lets the session's clock run. Without it the time stands as it was when the page was made. */
document.querySelectorAll(".server-view .left").forEach((clock) => {
	const ends = Date.now() + Number(clock.dataset.seconds) * 1000;
	const two = (number) => String(number).padStart(2, "0");
	setInterval(() => {
		const left = Math.max(0, Math.round((ends - Date.now()) / 1000));
		const hours = Math.floor(left / 3600);
		const minutes = Math.floor(left / 60) % 60;
		clock.textContent = (hours ? hours + ":" + two(minutes) : minutes) + ":" + two(left % 60);
	}, 1000);
});
