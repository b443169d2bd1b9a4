/* Shows the buttons that copy a command. Without it the command stands there to be selected. */
document.querySelectorAll(".exchange .copy").forEach((paragraph) => {
	const button = paragraph.querySelector("button");
	const status = paragraph.querySelector("[role=status]");
	paragraph.hidden = false;
	button.addEventListener("click", async () => {
		const command = document.getElementById(button.dataset.copies);
		try {
			await navigator.clipboard.writeText(command.textContent);
			status.textContent = button.dataset.copied;
		} catch { // a browser gives the clipboard to secure pages alone
			getSelection().selectAllChildren(command);
			status.textContent = button.dataset.selected;
		}
	});
});
