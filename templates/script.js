for (const button of document.querySelectorAll(".copy button")) {
  const source = button.previousElementSibling;
  button.hidden = false;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(source.textContent.trim());
    } catch {
      const range = document.createRange();
      range.selectNodeContents(source);
      getSelection().removeAllRanges();
      getSelection().addRange(range);
      if (!document.execCommand("copy")) return;
    }
    button.classList.add("done");
    document.querySelector("[role=status]").textContent = button.lastElementChild.textContent;
    setTimeout(() => button.classList.remove("done"), 2500);
  });
}
