using MspBot.Data.Surveys.Indicators;
using MspBot.Domain.Clock;
using MspBot.Domain.Surveys;
using MspBot.Domain.Surveys.Indicators;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Surveys.Indicators;

/// <summary>The list of indicators, one of them, and what of it can be changed.</summary>
internal sealed class IndicatorScreens(IndicatorReader reader, TypicalSet set, SiteZone zone)
{
    internal const string OldOnes = "old";
    internal const string AddSet = "set";
    internal const string Edit = "edit";
    internal const string Field = "field";
    internal const string Retire = "retire";
    internal const string GiveBack = "back";

    internal async Task<Screen> List(Speaker speaker, string arg, Html news = default)
    {
        var (words, counts, leads) = (new Argument(arg), await reader.Counts(), SurveyAccess.Leads(speaker));
        var retired = words.Part(1) == OldOnes;
        var page = await Pager.Read(Pager.Number(words.Number() ?? 0), number => reader.Page(retired, number));
        var here = leads && !retired ? (await reader.Codes()).ToHashSet() : [];
        return new Screen(Html.Paragraphs(news, IndicatorTexts.List(counts.Asked, retired)))
            .Page(page, one => Button.Card(one.Name, SurveyLinks.Indicator, one.Id.Value),
                (label, number) => ToList(label, number, retired))
            .Row(leads && !retired && set.All.Any(one => !here.Contains(one.Code!))
                ? Button.Card(IndicatorTexts.TypicalSet, SurveyLinks.Indicators, 0, AddSet) : null)
            .Row(leads && !retired ? Button.Flow(IndicatorTexts.Add, SurveyLinks.AddIndicator) : null)
            .Row(!retired && counts.Retired > 0 ? ToList(IndicatorTexts.RetiredOnes(counts.Retired), 0, true) : null)
            .Row(retired ? ToList(IndicatorTexts.ToList) : null,
                Button.Command(IndicatorTexts.ToMonitoring, SurveyLinks.Monitoring));
    }

    internal async Task<Screen> Card(IndicatorDetails one, Speaker speaker, Html news = default)
    {
        var screen = new Screen(Html.Paragraphs(news, IndicatorTexts.Card(one, await reader.Versions(one.Id), zone)));
        if (SurveyAccess.Leads(speaker))
        {
            screen = one.RetiredAt is null
                ? screen.Row(On(IndicatorTexts.Change, one, Edit)).Row(On(IndicatorTexts.Retire, one, Retire))
                : screen.Row(On(IndicatorTexts.GiveBack, one, GiveBack));
        }
        return screen.Row(ToList(IndicatorTexts.ToList, 0, one.RetiredAt is not null));
    }

    /// <summary>What became of a deed: why it was not done, then the indicator as it is.</summary>
    internal async Task<Screen> Of(IndicatorResult result, Speaker speaker, Html news, string? typed = null)
    {
        if (result.Refusal is not { } refusal) return await Card(result.After!, speaker, news);
        var because = Html.Paragraphs(Html.Text(SurveyRefusalTexts.Of(refusal)), IndicatorTexts.NotKept(typed));
        return result.After is { } one ? await Card(one, speaker, because)
            : new Screen(because).Row(ToList(IndicatorTexts.ToList));
    }

    internal static Screen Refused(SurveyRefusal because) =>
        new Screen(Html.Text(SurveyRefusalTexts.Of(because))).Row(ToList(IndicatorTexts.ToList));

    /// <summary>What of it can be changed. How often, the month and the kind are its own for ever.</summary>
    internal static Screen Fields(IndicatorDetails one) => FieldsOf(one.Kind).Chunk(2)
        .Aggregate(new Screen(IndicatorFieldTexts.Which(one)), (screen, pair) => screen.Row([.. pair.Select(field =>
            Button.Card(IndicatorFieldTexts.Label(field), SurveyLinks.Indicator, one.Id.Value, Field, $"{one.Revision}.{field}"))]))
        .Row(Button.Card(IndicatorTexts.Back, SurveyLinks.Indicator, one.Id.Value));

    internal static IReadOnlyList<IndicatorField> FieldsOf(IndicatorKind kind) =>
    [
        IndicatorField.Name,
        .. kind is IndicatorKind.Computed ? Array.Empty<IndicatorField>() : [IndicatorField.Hint],
        .. kind is IndicatorKind.Number or IndicatorKind.Computed ? [IndicatorField.Unit] : Array.Empty<IndicatorField>(),
        .. kind is IndicatorKind.Words ? Array.Empty<IndicatorField>() : [IndicatorField.Better],
        .. kind is IndicatorKind.Number ? [IndicatorField.Bounds] : Array.Empty<IndicatorField>(),
    ];

    private static Button On(string label, IndicatorDetails one, string action) =>
        Button.Card(label, SurveyLinks.Indicator, one.Id.Value, action, Russian.Number(one.Revision));

    private static Button ToList(string label, int page = 0, bool retired = false) =>
        Button.Card(label, SurveyLinks.Indicators, 0, arg: $"{page}{(retired ? $".{OldOnes}" : "")}");
}

/// <summary>What of an indicator can be otherwise; stored in buttons.</summary>
internal enum IndicatorField
{
    Name,
    Hint,
    Unit,
    Better,
    Bounds,
}

/// <summary>How they are called.</summary>
internal static class IndicatorFieldTexts
{
    internal static Html Which(IndicatorDetails one) => Html.Paragraphs(Html.Bold(one.Name), Html.Text("Что изменить?"), Html.Text(
        "Вид ответа и то, как часто спрашивать, не меняются: если нужно иначе, уберите этот показатель и добавьте другой."));

    internal static string Label(IndicatorField field) => Russian.AtStart(Noun(field));

    internal static string Noun(IndicatorField field) => field switch
    {
        IndicatorField.Name => "название",
        IndicatorField.Hint => "где взять",
        IndicatorField.Unit => "единица",
        IndicatorField.Better => "что лучше",
        IndicatorField.Bounds => "границы",
    };
}
