using MspBot.Data.People.Roles;
using MspBot.Data.Surveys.Indicators;
using MspBot.Domain.Log;
using MspBot.Domain.People;
using MspBot.Domain.Surveys;
using MspBot.Domain.Surveys.Indicators;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Surveys.Indicators;

/// <summary>«Изменить показатель»: one thing about it; begun with its number, the revision that was seen, and what to change.</summary>
internal sealed class ChangeIndicatorFlow(IndicatorReader reader, IndicatorScreens screens) : Flow
{
    public override string Key => SurveyLinks.ChangeIndicator;

    public override Access Access => Access.All(SurveyAccess.Leads);

    public override string Title => IndicatorTexts.Change;

    public override string Unfinished => "изменение показателя";

    public override bool For(Speaker speaker) => SurveyAccess.Leads(speaker);

    public override async Task<Outcome> Talk(Dialog ask)
    {
        if (ask.Row<IndicatorId>() is not { } id || ask.Start.Number(1) is not { } seen || seen > int.MaxValue
            || ask.Start.Case<IndicatorField>(2) is not { } field || await reader.One(id) is not { } one
            || !IndicatorScreens.FieldsOf(one.Kind).Contains(field)) return Say(IndicatorScreens.Refused(SurveyRefusal.NoSuchIndicator));
        if (one.Stands.Change((int)seen) is { } refusal)
            return Say(await screens.Of(new(refusal, one), ask.Speaker, default, ask.Said));

        var text = field switch
        {
            IndicatorField.Name => one.Text with { Name = await IndicatorQuestions.Name(ask) },
            IndicatorField.Hint => one.Text with { Hint = await IndicatorQuestions.Hint(ask) },
            IndicatorField.Unit => one.Text with { Unit = await IndicatorQuestions.Unit(ask) },
            IndicatorField.Better => one.Text with { Better = await IndicatorQuestions.Better(ask) },
            IndicatorField.Bounds => await IndicatorQuestions.Bounds(ask) is var (least, most)
                ? one.Text with { Minimum = least, Maximum = most } : one.Text,
        };
        if (text == one.Text) return Say(await screens.Of(new(SurveyRefusal.NothingChanged, one), ask.Speaker, default));
        // Where nobody has answered yet, there is nothing to compare with.
        var breaks = one.WasAsked && (field is IndicatorField.Name or IndicatorField.Hint or IndicatorField.Unit)
            && await IndicatorQuestions.Breaks(ask);
        if (one.WasAsked || field == IndicatorField.Bounds)
            await ask.Confirm("Изменить показатель?", [new Option<bool>(true, "Сохранить")]);
        return Do(new ChangeIndicator(id, (int)seen, field, text, breaks))
            .OnConflict(SurveyRefusal.BoundsCrossed, IndicatorQuestions.Most, SurveyRefusalTexts.Of(SurveyRefusal.BoundsCrossed));
    }
}

/// <summary>What an indicator is to say, if it still is as the head saw it.</summary>
internal sealed record ChangeIndicator(IndicatorId Id, int Revision, IndicatorField Field, IndicatorText Text, bool Breaks)
{
    /// <summary>What the head has typed for it; null: it was chosen.</summary>
    internal string? Typed => Field switch
    {
        IndicatorField.Name => Text.Name,
        IndicatorField.Hint => Text.Hint,
        IndicatorField.Unit => Text.Unit,
        IndicatorField.Bounds => IndicatorTexts.Bounds(Text.Minimum, Text.Maximum),
        IndicatorField.Better => null,
    };
}

internal sealed class ChangeIndicatorHandler(RoleStore roles, IndicatorStore store, IndicatorScreens screens) : Handler<ChangeIndicator>
{
    public override async Task<Done> Handle(ChangeIndicator command, Turn turn)
    {
        if (!await roles.Holds(turn.Person, Role.Head)) return new Done.With(IndicatorScreens.Refused(SurveyRefusal.RoleLost));
        if (!command.Text.HasBoundsInOrder) return IndicatorQuestions.Crossed;
        var result = await store.Change(command.Id, command.Revision, command.Text, command.Breaks, turn.Person, turn.Now);
        if (result.Refusal is null)
        {
            turn.Log(LogAction.IndicatorChanged, LogSubject.Indicator, command.Id.Value,
                LogDetail.Of("field", command.Field).And("version", result.After!.Nr).And("breaks", command.Breaks), Role.Head);
        }
        var said = command.Breaks ? IndicatorTexts.SavedBroken
            : result.After is { WasAsked: true } ? IndicatorTexts.Saved : IndicatorTexts.SavedPlain;
        return new Done.With(await screens.Of(result, turn.Speaker, Html.Text(said), command.Typed));
    }
}
