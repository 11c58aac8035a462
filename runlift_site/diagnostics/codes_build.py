"""RL5xx: the build."""

from runlift_site.diagnostics.code import Code

CODES: tuple[Code, ...] = (
    Code(
        "RL501",
        "another build is at work",
        "Two builds of one project share a cache, and only one at a time may write to it.",
        "Wait until the other build has ended. If no other build is running, the lock is already "
        "free: build again.",
    ),
    Code(
        "RL502",
        "the cache cannot be written",
        "Pages and sheets are kept in the .runlift folder between builds and are published from "
        "there. Without room or the right to write, nothing can be made.",
        "Make room on the disk, or give yourself the right to write to the folder. The cache may "
        "be deleted at any time; the next build is only slower.",
    ),
    Code(
        "RL503",
        "the cache lost a file during the build",
        "A page or sheet was there when the build looked, and was gone or damaged when it was to "
        "be published. Usually the cache was deleted while a build was running.",
        "Build again: what is missing is made anew. What was published before is untouched.",
    ),
    Code(
        "RL510",
        "a page could not be made",
        "Its template failed with what the page has to show. If many pages fail of one cause, "
        "they are counted and the first are named.",
        "Repair the template that is named. If it is one that came with Runlift, please report it.",
    ),
    Code(
        "RL511",
        "two outputs want one path",
        "Each published path has one owner, or the page that is written last would silently win. "
        "Upper and lower case count as the same, because many hosts do not tell them apart, and "
        "a file cannot have the name of a folder.",
        "Rename one of the two files that the outputs come from; a file's name is its address.",
    ),
    Code(
        "RL512",
        "a path cannot be published",
        "Published paths are relative, made of ordinary names, and stay inside the output folder. "
        "Names that the build keeps for itself, such as the manifest's, are reserved.",
        "Rename the file that the output comes from: letters, digits and hyphens are always safe.",
    ),
    Code(
        "RL513",
        "a week sheet could not be made",
        "The PDF of the plan and week that are named took too long, asked for too much memory, "
        "came out with another page count than was worked out, or failed in another way. The "
        "other sheets were still made and are kept for the next build.",
        "Shorten the week that is named or its notes, or build with --no-pdf to publish the "
        "pages without sheets.",
    ),
    Code(
        "RL521",
        "the output folder is not ours to replace",
        "Publishing replaces the whole folder, so anything in it that did not come from a build "
        "would be lost. A build recognises its own folders by the manifest inside; a lone "
        ".gitkeep is no obstacle and is kept.",
        "Choose another folder with --destination, or move what lies there out of the way.",
    ),
    Code(
        "RL522",
        "the output folder cannot be written",
        "The new site is put together beside the output folder and then takes its place, so both "
        "the folder and the one that holds it must be writable. What was published before is "
        "still there.",
        "Make room, or give yourself the right to write there. A folder that is the root of a "
        "mounted disk cannot be replaced: publish to a folder inside it.",
    ),
)
