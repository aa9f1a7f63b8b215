// Starts the program, and says so honestly if it does not start.
import init from "{{js}}";

document.getElementById("reload").addEventListener("click", () => location.reload());

try {
  await init({ module_or_path: "{{wasm}}" });
} catch (error) {
  console.error(error);
  document.getElementById("recover").hidden = false;
  document.getElementById("boot").hidden = true;
}
