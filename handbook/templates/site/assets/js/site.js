// Comforts that the pages do without: the reader's own post on the home page, which only this browser keeps, and the
// filters that narrow a long list to some words, or the duties of a page to one unit.
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

  function all(selector) {
    return Array.prototype.slice.call(document.querySelectorAll(selector));
  }

  // Shows the entries that are `wanted`, and no table, group or heading that is left without any.
  function narrow(entries, wanted) {
    entries.forEach(function (entry) { entry.hidden = !wanted(entry); });
    all("[data-filtered]").forEach(function (list) {
      var block = list.closest(".wide, .duty-group") || list;
      block.hidden = !list.querySelector("tbody tr:not([hidden]), .duty:not([hidden])");
    });
    all(".md-content h2").forEach(function (heading) {
      var blocks = [];
      for (var next = heading.nextElementSibling; next && next.tagName !== "H2"; next = next.nextElementSibling) {
        blocks.push(next);
      }
      heading.hidden = blocks.length > 0 && blocks.every(function (block) { return block.hidden; });
    });
  }

  function filterByWords(box) {
    var rows = all("[data-filtered] tbody tr");
    box.hidden = false;
    box.querySelector("[data-filter]").addEventListener("input", function (event) {
      var wanted = event.target.value.trim().toLowerCase().split(/\s+/);
      narrow(rows, function (row) {
        var text = row.textContent.toLowerCase();
        return wanted.every(function (word) { return text.indexOf(word) !== -1; });
      });
    });
  }

  function filterByUnit(box) {
    var duties = all("[data-filtered] .duty");
    var buttons = Array.prototype.slice.call(box.querySelectorAll("[data-unit]"));
    var chosen = new URLSearchParams(location.search).get("unit");
    box.hidden = false;
    buttons.forEach(function (button) {
      button.addEventListener("click", function () {
        var unit = button.getAttribute("data-unit");
        buttons.forEach(function (other) { other.setAttribute("aria-pressed", String(other === button)); });
        narrow(duties, function (duty) {
          var units = duty.getAttribute("data-units");
          return !unit || !units || units.split(" ").indexOf(unit) !== -1;
        });
      });
      if (chosen && button.getAttribute("data-unit") === chosen) { button.click(); }
    });
  }

  all("[data-set-mine]").forEach(offerToRemember);
  all("[data-mine]").forEach(showMine);
  all("[data-filter-box]").forEach(filterByWords);
  all("[data-unit-box]").forEach(filterByUnit);
})();
