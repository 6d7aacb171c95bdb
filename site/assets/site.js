/* What pages can do beyond being read: large letters, reading aloud, filters. Without this file
   every page still says everything and every link still leads somewhere. */
(function () {
  "use strict";
  var root = document.documentElement;

  /* --- large letters, remembered --- */
  function remembered() {
    try { return localStorage.getItem("mulu-large") === "1"; } catch (e) { return false; }
  }
  function remember(on) {
    try { localStorage.setItem("mulu-large", on ? "1" : "0"); } catch (e) { /* only this page */ }
  }
  function enlarge(on) { root.classList.toggle("large", on); }
  enlarge(remembered()); /* before anything is painted */

  function setUpLarge(button) {
    function show() {
      var on = root.classList.contains("large");
      button.setAttribute("aria-pressed", on ? "true" : "false");
      button.textContent = on ? "标准字" : "大字版";
    }
    button.hidden = false;
    show();
    button.addEventListener("click", function () {
      var on = !root.classList.contains("large");
      enlarge(on);
      remember(on);
      show();
    });
  }

  /* --- reading aloud, where the browser can --- */
  function textToRead() {
    var main = document.getElementById("main").cloneNode(true);
    main.querySelectorAll("svg, nav, form, .side, .byline, .code, [hidden]").forEach(function (e) { e.remove(); });
    var parts = [];
    main.querySelectorAll("h1, h2, h3, dt, dd, p, li, th, td").forEach(function (e) {
      if (!e.querySelector("p, li, dd")) parts.push(e.textContent.trim());
    });
    return parts.filter(Boolean);
  }
  function setUpReading(button) {
    var speech = window.speechSynthesis;
    if (!speech || !window.SpeechSynthesisUtterance) return;
    function stop() {
      speech.cancel();
      button.setAttribute("aria-pressed", "false");
      button.textContent = "朗读";
    }
    button.hidden = false;
    stop();
    button.addEventListener("click", function () {
      if (button.getAttribute("aria-pressed") === "true") { stop(); return; }
      var parts = textToRead();
      button.setAttribute("aria-pressed", "true");
      button.textContent = "停止朗读";
      parts.forEach(function (part, i) {
        var words = new SpeechSynthesisUtterance(part);
        words.lang = "zh-CN";
        if (i === parts.length - 1) words.onend = stop;
        speech.speak(words);
      });
    });
    window.addEventListener("pagehide", stop);
  }

  /* --- the filters of a catalog's page --- */
  function setUpFilters(form) {
    var items = Array.prototype.slice.call(document.querySelectorAll("[data-filter]"));
    var groups = Array.prototype.slice.call(document.querySelectorAll("section.group"));
    var count = form.querySelector("[role=status]");
    var selects = Array.prototype.slice.call(form.querySelectorAll("select"));
    function apply() {
      var wanted = selects.map(function (s) { return s.value; }).filter(Boolean);
      var shown = 0;
      items.forEach(function (item) {
        var has = " " + item.getAttribute("data-filter") + " ";
        var show = wanted.every(function (w) { return has.indexOf(" " + w + " ") >= 0; });
        item.hidden = !show;
        shown += show;
      });
      groups.forEach(function (g) { g.hidden = !g.querySelector("[data-filter]:not([hidden])"); });
      count.textContent = wanted.length ? "找到 " + shown + " 项" : "";
    }
    form.hidden = false;
    form.addEventListener("change", apply);
    form.addEventListener("reset", function () { setTimeout(apply, 0); });
    apply();
  }

  document.addEventListener("DOMContentLoaded", function () {
    document.querySelectorAll("[data-large]").forEach(setUpLarge);
    document.querySelectorAll("[data-read]").forEach(setUpReading);
    document.querySelectorAll("form.filters").forEach(setUpFilters);
  });
})();
