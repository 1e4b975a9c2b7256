using System.Globalization;
using MspBot.Data.Surveys.Opening;
using MspBot.Domain.Clock;
using MspBot.Domain.Surveys;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.People;

namespace MspBot.Host.Surveys.Opening;

/// <summary>A survey that was not opened yet, with its size.</summary>
internal sealed class DraftScreens(SiteZone zone)
{
    internal const string Open = "open";
    internal const string Edit = "edit";
    internal const string Trim = "trim";
    internal const string Drop = "drop";
    internal const string DropSure = "drop-yes";

    internal Screen Draft(DraftDetails draft, Speaker speaker, DateTimeOffset now, Html news = default)
    {
        var refusal = draft.Rules.Check(zone.DayOf(now));
        var screen = new Screen(Html.Paragraphs(news, OpeningTexts.Draft(draft, refusal)));
        if (SurveyAccess.Leads(speaker))
        {
            screen = screen
                .Row(refusal is null ? On(OpeningTexts.Open, draft, Open, Seen(draft)).Main() : null)
                .Row(refusal == SurveyRefusal.NotLowResults ? On(OpeningTexts.Trim, draft, Trim) : null)
                .Row(draft.Schools.Any(one => one.Heads == 0) ? Button.Flow(OpeningTexts.Invite, PeopleLinks.Invite) : null)
                .Row(On(OpeningTexts.Change, draft, Edit), On(OpeningTexts.Drop, draft, Drop));
        }
        return screen.Row(ToList);
    }

    /// <summary>What of it can be changed.</summary>
    internal static Screen Fields(DraftDetails draft) => new Screen(Html.Text(OpeningTexts.WhatToChange))
        .Row(To(OpeningTexts.Due, DraftField.Due, draft), To(OpeningTexts.Indicators, DraftField.Indicators, draft))
        .Row(To(OpeningTexts.Schools, DraftField.Schools, draft))
        .Row(Button.Card(OpeningTexts.Back, SurveyLinks.Survey, draft.Survey.Id.Value));

    internal static Screen DropAsk(DraftDetails draft) => new Screen(OpeningTexts.DropAsk(draft))
        .Row(On(OpeningTexts.DropSure, draft, DropSure).Danger())
        .Row(Button.Card(OpeningTexts.Back, SurveyLinks.Survey, draft.Survey.Id.Value));

    internal static Screen Opened(DraftDetails draft, int told) => new Screen(OpeningTexts.Opened(draft, told))
        .Row(Button.Card(OpeningTexts.Back, SurveyLinks.Survey, draft.Survey.Id.Value), ToList);

    internal static Screen Dropped => new Screen(Html.Text(OpeningTexts.Dropped)).Row(ToList);

    internal static Screen Refused(SurveyRefusal because, SurveyId? id = null) => new Screen(Html.Text(SurveyRefusalTexts.Of(because)))
        .Row(id is { } survey ? Button.Card(OpeningTexts.Back, SurveyLinks.Survey, survey.Value) : null, ToList);

    private static Button ToList => Button.Card(OpeningTexts.ToList, SurveyLinks.Surveys, 0);

    /// <summary>Opened is what was read here: the button carries it.</summary>
    private static string Seen(DraftDetails draft) => string.Create(CultureInfo.InvariantCulture, $".{draft.Seen}");

    private static Button On(string label, DraftDetails draft, string action, string more = "") =>
        Button.Card(label, SurveyLinks.Survey, draft.Survey.Id.Value, action, Russian.Number(draft.Survey.Revision) + more);

    private static Button To(string label, DraftField field, DraftDetails draft) =>
        Button.Flow(label, SurveyLinks.ChangeDraft, Argument.Of(draft.Survey.Id, draft.Survey.Revision, field));
}
