/* Passkeys: asks the browser for one, and sends what it answers with the form. Forms show only where it can. */

const { create, get } = window.webauthnJSON;
const data = () => JSON.parse(document.getElementById("passkey-data").textContent);

const ask = {
  async add(form) {
    const options = structuredClone(data().creation_options);
    const alone = form.elements.passwordless?.checked ?? false;
    const chosen = options.publicKey.authenticatorSelection;
    chosen.residentKey = alone ? "required" : "discouraged";
    chosen.requireResidentKey = alone;
    if (alone) chosen.userVerification = "required";
    return create(options);
  },
  use: () => get(data().request_options),
  async login(form) {
    const response = await fetch(form.action, { headers: { Accept: "application/json" } });
    return get((await response.json()).request_options);
  },
};

for (const form of document.querySelectorAll("form[data-passkey]")) {
  if (!window.PublicKeyCredential) continue;
  form.hidden = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    try {
      form.elements.credential.value = JSON.stringify(await ask[form.dataset.passkey](form));
      form.submit();
    } catch {
      form.querySelector("[role=alert]").hidden = false;
    }
  });
}
