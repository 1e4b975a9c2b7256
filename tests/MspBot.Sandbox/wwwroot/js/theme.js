// Runs before the page is drawn: what the person chose, else what the system says; later changes of the system are followed.
(() => {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const chosen = () => { try { return localStorage.getItem("theme"); } catch { return null; } };
  const show = () => { document.documentElement.dataset.theme = chosen() ?? (dark.matches ? "dark" : "light"); };
  dark.addEventListener("change", show);
  show();
  addEventListener("DOMContentLoaded", () => {
    const button = document.getElementById("theme-switch");
    const name = () => { button.setAttribute("aria-label", document.documentElement.dataset.theme === "dark" ? "Светлая тема" : "Тёмная тема"); };
    button.addEventListener("click", () => {
      const next = document.documentElement.dataset.theme === "dark" ? "light" : "dark";
      // The system's own choice is not stored: then the page goes on following it.
      try {
        if ((next === "dark") === dark.matches) localStorage.removeItem("theme");
        else localStorage.setItem("theme", next);
      } catch { /* the page works without a memory */ }
      document.documentElement.dataset.theme = next;
      name();
    });
    name();
  });
})();
