/* Moves the focus to the summary of what was wrong with a form, so that a screen reader begins there. */
const summary = document.querySelector(".error-summary");
if (summary) {
	summary.tabIndex = -1;
	summary.focus();
}
