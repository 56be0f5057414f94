// Three comforts that the pages do without: the reader's own post on the home page, the filter of the list of
// penalties, and the key / for the search. Kept in this browser only.
(function () {
  "use strict";
  var KEY = "handbook.my-role";

  function remembered() {
    try {
      return JSON.parse(localStorage.getItem(KEY));
    } catch (refused) {
      return null;
    }
  }

  function offerToRemember(button) {
    var name = button.getAttribute("data-set-mine");
    var mine = remembered();
    button.hidden = false;
    if (mine && mine.name === name) button.textContent = button.getAttribute("data-mine-done");
    button.addEventListener("click", function () {
      var file = location.pathname.split("/").pop();
      try {
        localStorage.setItem(KEY, JSON.stringify({ name: name, file: file }));
        button.textContent = button.getAttribute("data-mine-done");
      } catch (refused) {
        button.hidden = true;
      }
    });
  }

  function showMine(line) {
    var mine = remembered();
    if (!mine || typeof mine.name !== "string" || !/^[^/\\:?#]+\.html$/.test(mine.file)) return;
    var link = line.querySelector("[data-mine-link]");
    link.textContent = mine.name;
    link.setAttribute("href", "roles/" + mine.file);
    line.hidden = false;
  }

  function filterTables(box) {
    var rows = Array.prototype.slice.call(document.querySelectorAll(".table--penalties tbody tr"));
    box.hidden = false;
    box.querySelector("[data-filter]").addEventListener("input", function (event) {
      var wanted = event.target.value.trim().toLowerCase().split(/\s+/);
      rows.forEach(function (row) {
        var text = row.textContent.toLowerCase();
        row.hidden = !wanted.every(function (word) { return text.indexOf(word) !== -1; });
      });
    });
  }

  Array.prototype.forEach.call(document.querySelectorAll("[data-set-mine]"), offerToRemember);
  Array.prototype.forEach.call(document.querySelectorAll("[data-mine]"), showMine);
  Array.prototype.forEach.call(document.querySelectorAll("[data-filter-box]"), filterTables);
})();
