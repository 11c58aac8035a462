"""RL1xx: files, text, YAML and the heads of Markdown files."""

from runlift_site.diagnostics.code import Code

_QUOTE = "Put the whole text in double quotes."

CODES: tuple[Code, ...] = (
    Code(
        "RL101",
        "a file or folder cannot be read",
        "The site is built from every file in the folder, so leaving one out would publish a "
        "site with a gap.",
        "Check that the file is there and that you may read it, or take it out of the folder.",
    ),
    Code(
        "RL102",
        "a file is too large",
        "A YAML or Markdown file above one megabyte is almost always something else under the "
        "wrong name, and it would slow every build down.",
        "Split the file, or move it out of the content folder.",
    ),
    Code(
        "RL103",
        "a file name cannot be used",
        "A name becomes an id and an address on the web. Characters that cannot be read or seen "
        "work on one computer and fail on another.",
        "Rename the file with plain letters, digits and hyphens.",
    ),
    Code(
        "RL104",
        "a link leads nowhere or round in a circle",
        "A symbolic link must end at a file, or at a folder that is not read already.",
        "Remove the link, or point it at the file that is meant.",
    ),
    Code(
        "RL105",
        "something that is not a file or folder",
        "Pipes, sockets and devices hold no text, and reading one could wait for ever.",
        "Take it out of the folder.",
    ),
    Code(
        "RL110",
        "the file is not UTF-8 text",
        "Text in an older encoding turns into wrong letters on the page.",
        "Save the file again with the encoding UTF-8.",
    ),
    Code(
        "RL111",
        "the file is UTF-16 or UTF-32 text",
        "Some editors save Unicode text in this form. The site reads UTF-8 alone.",
        "Save the file again with the encoding UTF-8.",
    ),
    Code(
        "RL112",
        "a character that cannot be seen",
        "Control characters and invisible separators mostly come from copying out of another "
        "program. They break pages and searches without anyone seeing why.",
        "Delete the character; type the text again around it if it is hard to catch.",
    ),
    Code(
        "RL120",
        "the file must hold keys with values",
        "Each file describes one thing by lines such as 'name: Goblet squat'.",
        "Write at least one 'key: value' line, and put a space after the colon.",
    ),
    Code(
        "RL121",
        "more than one document in a file",
        "A line '---' starts a second YAML document, and each file describes one thing.",
        "Remove the line, or move the second part into a file of its own.",
    ),
    Code(
        "RL122",
        "the file nests too deeply",
        "No record needs more than a few levels, and very deep nesting can crash a YAML reader.",
        "Look for brackets that are opened and never closed.",
    ),
    Code(
        "RL123",
        "the file holds too many values",
        "A file of this size is almost always made by mistake and would slow every build down.",
        "Split the file.",
    ),
    Code(
        "RL124",
        "a key is written twice",
        "Only one of the two values could count, and nobody would see which.",
        "Keep one of the two lines.",
    ),
    Code(
        "RL125",
        "a YAML alias",
        "A star refers to another place in the file. Aliases can grow a small file without end, "
        "so the site does not follow them.",
        "Write the value out. If the text should start with a star, put it in double quotes.",
    ),
    Code(
        "RL126",
        "a YAML anchor",
        "An ampersand names a place for aliases, which the site does not follow.",
        "Remove the name. If the text should start with an ampersand, put it in double quotes.",
    ),
    Code(
        "RL127",
        "a YAML merge key",
        "'<<' copies keys from elsewhere in the file, which the site does not do: each record says "
        "everything itself.",
        "Write the keys out.",
    ),
    Code(
        "RL128",
        "a YAML tag",
        "An exclamation mark at the start names a type for the value. The site knows the type of "
        "each field itself.",
        "Remove the tag. Put the text in double quotes if it should start with the mark.",
    ),
    Code(
        "RL129",
        "a key must be plain text",
        "A list or a group in braces cannot be the name of a field.",
        "Use a word as the key. " + _QUOTE[:-1] + " if it should start with a bracket or a brace.",
    ),
    Code(
        "RL130",
        "a key is missing before the colon",
        "Each value needs the name of its field.",
        "Write the name before the colon. " + _QUOTE[:-1] + " if it should start with a colon.",
    ),
    Code(
        "RL131",
        "a key has no value",
        "An empty value, '~' and 'null' could mean unknown, none or forgotten, so the site asks "
        "for one way to say that there is nothing.",
        "Leave the key out, or give it a value. Put the word in quotes if it is meant as text.",
    ),
    Code(
        "RL132",
        "a key or an indent holds an invisible character",
        "A no-break space looks like a space, and YAML takes it for part of the text. It mostly "
        "comes from copying out of a web page.",
        "Delete the spaces before the text and type them again.",
    ),
    Code(
        "RL133",
        "a YAML directive",
        "A line that starts with a percent sign is an instruction to a YAML reader, and the site "
        "needs none.",
        "Remove the line.",
    ),
    Code(
        "RL140",
        "a quote is not closed",
        "The text runs on to the next quote or to the end of the file, and takes other fields "
        "with it.",
        "Close the quote where the text ends.",
    ),
    Code(
        "RL141",
        "text starts with a character that means something in YAML",
        "At the start of a text the characters @ ` % * & ! | > ? - , [ ] { } have a meaning of "
        "their own.",
        _QUOTE,
    ),
    Code(
        "RL142",
        "a colon inside a text",
        "A colon followed by a space separates a key from its value, so a text that is not quoted "
        "cannot hold one.",
        _QUOTE,
    ),
    Code(
        "RL143",
        "a tab as indent",
        "YAML shows what belongs to what by spaces, and a tab has no fixed width.",
        "Use spaces; most editors can do so for YAML files by themselves.",
    ),
    Code(
        "RL144",
        "a line is not indented like its neighbours",
        "Lines that belong together start in the same column.",
        "Move the line so that it starts under the lines it belongs to.",
    ),
    Code(
        "RL145",
        "a bracket is not closed, or a comma is missing",
        "Between brackets and braces, values are separated by commas until the closing one.",
        "Add the comma or the closing bracket. Put a text that holds a comma in double quotes.",
    ),
    Code(
        "RL146",
        "a line without a key",
        "A line here needs the form 'key: value', with a space after the colon.",
        "Add the key, or the space after the colon. Indent the line more than the line above if it "
        "goes on with that text.",
    ),
    Code(
        "RL147",
        "a backslash that means nothing",
        "In double quotes a backslash starts a special character, and this one is not known.",
        "Write the backslash twice, or use single quotes.",
    ),
    Code(
        "RL148",
        "text after the end of a value",
        "A closing quote or bracket ends the value, and nothing may follow on the line.",
        "Put the whole text in double quotes. In single quotes write an apostrophe twice.",
    ),
    Code(
        "RL149",
        "this cannot be read as YAML",
        "The line breaks a rule of YAML.",
        "Compare the line with its neighbours; put texts with special characters in double quotes.",
    ),
    Code(
        "RL150",
        "the rest of the file was not read",
        "After many problems in one file, most others follow from the first ones.",
        "Repair those that are listed and run again.",
    ),
    Code(
        "RL160",
        "the head is missing",
        "A Markdown file starts with its title and other fields between two lines of three "
        "hyphens.",
        "Start the file with a line '---', the fields, and another line '---'.",
    ),
    Code(
        "RL161",
        "the head is not closed",
        "Without the second line of three hyphens nobody can tell fields from text.",
        "Add a line '---' after the last field.",
    ),
)
