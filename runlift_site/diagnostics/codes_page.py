"""RL4xx: templates (401 to 419), prose (420 to 439), pages (440 to 469), sheets (470 to 499)."""

from runlift_site.diagnostics.code import Code

CODES: tuple[Code, ...] = (
    Code(
        "RL401",
        "unknown template",
        "A page or another template asks for a template that is not in the templates folder.",
        "Correct the name, or add the file. Names are paths below templates/, such as "
        "'macros/strip.html'.",
    ),
    Code(
        "RL402",
        "template name is not written out",
        "Which templates belong to a page must be known before the page is drawn, or a change in "
        "one of them could leave old pages in place.",
        "Write the name in quotes. To choose between templates, use 'if' around written-out names.",
    ),
    Code(
        "RL403",
        "template is not well formed",
        "The template cannot be read: a tag is not closed, or a filter does not exist.",
        "Correct the line shown. Filters are limited to those that only look at their value.",
    ),
    Code(
        "RL404",
        "template uses something that is not there",
        "The template names a field that the page's view does not have, or a variable that was "
        "never set. Printing nothing instead would hide the mistake.",
        "Correct the name, or test for the field where it may be None.",
    ),
    Code(
        "RL405",
        "missing interface word",
        "The template asks for a word that the strings file does not have.",
        "Add the word to content/strings/, or correct its name in the template.",
    ),
    Code(
        "RL406",
        "word and values do not fit together",
        "A word has a named place such as {n} that the template gives no value for, or a stray "
        "brace.",
        "Give the value in the template, as in 'fill(n=8)', or correct the word. Write {{ and }} "
        "for braces.",
    ),
    Code(
        "RL407",
        "template line cannot be worked out",
        "Drawing the page failed at this line, or it would have shown something that is not text, "
        "such as None.",
        "Test for the missing value first, or use a field of the view that holds text.",
    ),
    Code(
        "RL408",
        "template is not UTF-8",
        "Templates are read as UTF-8 text.",
        "Save the file as UTF-8.",
    ),
    Code(
        "RL420",
        "text cannot be rendered",
        "A page has one title, figures are drawn from exercises, and texts are Markdown: headings "
        "of the first level, pictures and HTML do not belong into them. Very long paragraphs, very "
        "deep lists and many open brackets take so long to read that they would block the build.",
        "Start headings with ##, link to an exercise instead of showing a picture, write words "
        "instead of HTML, and split what is too long.",
    ),
    Code(
        "RL421",
        "link leads nowhere",
        "The text links to something that this site does not have.",
        "Use exercise:, plan:, guide: or rule: with the name of a file, or a full https address.",
    ),
    Code(
        "RL472",
        "PDFs cannot be made on this computer",
        "The system libraries that lay text out on paper are not installed.",
        "Install them with the command shown, or build without PDFs: runlift build --no-pdf.",
    ),
    Code(
        "RL424",
        "marker in a guide that cannot be drawn",
        "A paragraph in double square brackets stands for a drawing, and this one leads nowhere.",
        "Name a plan, a variant it has and one of its weeks: [[strip big-four-8 gym 3]].",
    ),
    Code(
        "RL425",
        "paper is cited but not listed",
        "A guide ends with the papers it cites, and a mention in its text leads there. This paper "
        "is not on that list, so the mention would lead nowhere.",
        "Add the paper's key under references at the head of the guide.",
    ),
    Code(
        "RL440",
        "week on the start page that does not exist",
        "The start page draws a real week, so the plan must have it.",
        "Name a variant and a week that the plan has.",
    ),
    Code(
        "RL490",
        "session is too long for a page",
        "A sheet never splits a session and never shrinks its type, so a session must fit on a "
        "page of its own.",
        "Split the session, or leave exercises out.",
    ),
    Code(
        "RL491",
        "more sets than boxes",
        "A row on paper has room for six boxes to write into.",
        "Ask for fewer sets, or split them over two exercises.",
    ),
    Code(
        "RL492",
        "text is too wide for paper",
        "Texts on a sheet stand in one line and are never cut off or made smaller. Wide letters "
        "take more room than narrow ones, so a text can be too wide although it has few letters.",
        "Shorten the text; the message says by how much. An exercise can have a short_name.",
    ),
    Code(
        "RL493",
        "character cannot be printed",
        "The fonts of the sheets have Latin letters, figures and common signs. A character that "
        "they lack would be drawn in whatever font the computer happens to have.",
        "Write it with Latin letters.",
    ),
)
