"""Commands about coaching that need no site."""

import sys

import click


@click.command(short_help="Say where lifts fit in a week of runs.")
@click.argument("week")
@click.option(
    "--lifts", "-n", type=click.IntRange(1, 6), default=2, show_default=True, help="How many lifts."
)
@click.option(
    "--heavy",
    type=click.IntRange(0, 6),
    help="How many of them are heavy-leg lifts; two at most by default.",
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
def place(week: str, lifts: int, heavy: int | None, form: str) -> None:
    """Say on which days of a week of running to lift, and why.

    WEEK names the days with their runs, such as "tue easy 40, wed tempo 50, thu easy, sun long 95";
    days that are not named are free. The week is taken as one that repeats.

    Exit status: 0 when the lifts fit, 1 when they do not, 2 for wrong usage.
    """
    from runlift_site.pipeline.placing import NotAWeek, placing

    if heavy is not None and heavy > lifts:
        raise click.UsageError(f"--heavy {heavy} is more than --lifts {lifts}")
    try:
        answer = placing(week, lifts, heavy)
    except NotAWeek as fault:
        raise click.UsageError(str(fault)) from None
    click.echo(answer.json() if form == "json" else answer.text())
    sys.exit(0 if answer.fits else 1)


@click.command(short_help="List the coaching rules, or explain one.")
@click.argument("rule", required=False)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
def rules(rule: str | None, form: str) -> None:
    """List the coaching rules, or say what one of them (such as R20) asks, why, and its sources."""
    if rule is None:
        from runlift_site.pipeline.rule_texts import rule_list

        click.echo(rule_list(form))
    else:
        click.echo(rule_text(rule, form))


def rule_text(rule: str, form: str) -> str:
    """What there is to say about a rule, by its name or the code of its findings.

    Raises:
        UsageError: There is no such rule.
    """
    from runlift_site.pipeline.rule_texts import NoRule, rule_details

    try:
        return rule_details(rule, form)
    except NoRule as fault:
        raise click.UsageError(str(fault)) from None
