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

/// <summary>«Добавить показатель»</summary>
internal sealed class AddIndicatorFlow : Flow
{
    public override string Key => SurveyLinks.AddIndicator;

    public override Access Access => Access.NoRow("makes a new one");

    public override string Title => IndicatorTexts.Add;

    public override string Unfinished => "показатель";

    public override bool For(Speaker speaker) => SurveyAccess.Leads(speaker);

    public override async Task<Outcome> Talk(Dialog ask)
    {
        var name = await IndicatorQuestions.Name(ask);
        var kind = await IndicatorQuestions.Kind(ask);
        ComputedFigure? figure = kind == IndicatorKind.Computed ? await IndicatorQuestions.Figure(ask) : null;
        var unit = kind is IndicatorKind.Number or IndicatorKind.Computed ? await IndicatorQuestions.Unit(ask) : null;
        var hint = kind == IndicatorKind.Computed ? null : await IndicatorQuestions.Hint(ask);
        var better = kind == IndicatorKind.Words ? Better.Neither : await IndicatorQuestions.Better(ask);
        var (every, month) = await IndicatorQuestions.Often(ask);
        var (least, most) = kind == IndicatorKind.Number ? await IndicatorQuestions.Bounds(ask) : (null, null);
        await ask.Confirm("Добавить такой показатель?", [new Option<bool>(true, "Добавить")]);
        return Do(new AddIndicator(new()
        {
            Kind = kind,
            Every = every,
            Month = month,
            Computed = figure,
            Text = new() { Name = name, Unit = unit, Hint = hint, Better = better, Minimum = least, Maximum = most },
        })).OnConflict(SurveyRefusal.BoundsCrossed, IndicatorQuestions.Most, SurveyRefusalTexts.Of(SurveyRefusal.BoundsCrossed));
    }
}

internal sealed record AddIndicator(NewIndicator One);

internal sealed class AddIndicatorHandler(RoleStore roles, IndicatorReader reader, IndicatorStore store, IndicatorScreens screens)
    : Handler<AddIndicator>
{
    public override async Task<Done> Handle(AddIndicator command, Turn turn)
    {
        if (!await roles.Holds(turn.Person, Role.Head)) return new Done.With(IndicatorScreens.Refused(SurveyRefusal.RoleLost));
        if (!command.One.Text.HasBoundsInOrder) return IndicatorQuestions.Crossed;
        var id = await store.Add(command.One, turn.Person, turn.Now);
        turn.Log(LogAction.IndicatorAdded, LogSubject.Indicator, id.Value, role: Role.Head);
        var screen = await screens.Card((await reader.One(id))!, turn.Speaker, Html.Text(IndicatorTexts.Added));
        return new Done.With(screen.Row(Button.Flow(IndicatorTexts.AddAnother, SurveyLinks.AddIndicator)));
    }
}
