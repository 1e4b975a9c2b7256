using MspBot.Data.People.Roles;
using MspBot.Data.Plan;
using MspBot.Domain.Clock;
using MspBot.Domain.Log;
using MspBot.Domain.People;
using MspBot.Domain.Plan;
using MspBot.Domain.Spelling;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Plan.Agreement;

/// <summary>«Вернуть»: a methodologist says what is wrong. Begun with the item and the version that was read.</summary>
internal sealed class ReturnItemFlow(PlanReader reader, HistoryReader history, ItemScreens items, SiteZone zone) : Flow
{
    private static readonly Prompt Remark = new("Замечание", "Что поправить?", "Например: Укажите, кто отвечает за материалы");

    public override string Key => PlanLinks.Return;

    public override Access Access => Access.All(PlanAccess.Agrees);

    public override string Title => AgreementTexts.Returning;

    public override bool For(Speaker speaker) => PlanAccess.Agrees(speaker);

    public override async Task<Outcome> Talk(Dialog ask)
    {
        if (ask.Row<PlanItemId>() is not { } id || ask.Start.Number(1) is not (> 0 and <= int.MaxValue and var read)
            || await reader.Item(id, ask.Now) is not { } item) return Say(PlanRefusalScreens.Of(PlanRefusal.NoSuchItem));
        var version = (int)read;
        var refusal = ItemRules.CheckDecision(item.Rule, version, ask.Person, ask.Zone.DayOf(ask.Now));
        // What was typed is said back below, so it is asked for only where it can be used.
        if (refusal is not null && ask.IsBeginning) return Say(await Stale(ask, item, version, refusal.Value, default));
        var stays = refusal is null ? await items.Card(item, ask.Speaker, ask.Now, Html.Text(AgreementTexts.StillThere(item))) : null;
        ask.WayOut = new(AgreementTexts.DoNotReturn, () => stays ?? PlanRefusalScreens.Of(PlanRefusal.ChangedMeanwhile));

        var remark = await ask.Text("remark", Remark, PlanBounds.Remark, Rule);
        if (refusal is { } because) return Say(await Stale(ask, item, version, because, RefusalTexts.NotKept(remark)));
        return Do(new ReturnItem(id, version, remark));
    }

    private async Task<Screen> Stale(Dialog ask, ItemDetails item, int version, PlanRefusal because, Html more)
    {
        var news = because is PlanRefusal.OwnItem or PlanRefusal.YearOver ? Html.Text(RefusalTexts.Of(because))
            : ReviewTexts.Stale(item, await history.Version(item.Id, version), zone);
        return await items.Card(item, ask.Speaker, ask.Now, Html.Paragraphs(news, more))
            ?? PlanRefusalScreens.Of(PlanRefusal.NoSuchItem);
    }

    private static Parsed<string> Rule(string text)
    {
        var line = Russian.AtStart(OneLine.Of(text));
        return OneLine.Says(line, PlanBounds.ShortestRemark) ? new Parsed<string>.Good(line, line)
            : new Parsed<string>.Bad("Слишком коротко. Напишите, что поправить: хотя бы три буквы.");
    }
}

/// <summary>An item, to be returned with a remark.</summary>
internal sealed record ReturnItem(PlanItemId Id, int Version, string Remark);

internal sealed class ReturnItemHandler(
    RoleStore roles, ItemStore store, ReviewScreens screens, ShownPlans shown, PlanRefusalScreens refusals) : Handler<ReturnItem>
{
    public override async Task<Done> Handle(ReturnItem command, Turn turn)
    {
        if (!await roles.Holds(turn.Person, Role.Methodologist))
            return await refusals.Done(PlanRefusal.RoleLost, command.Id, turn, command.Remark);
        var result = await store.Decide(command.Id, command.Version, command.Remark, turn.Person, turn.Now);
        if (result.Refusal is { } refusal)
        {
            return result.Before is not { } before || refusal is PlanRefusal.OwnItem or PlanRefusal.YearOver
                ? await refusals.Done(refusal, command.Id, turn, command.Remark)
                : new Done.With(await screens.Stale(turn, before, command.Version, RefusalTexts.NotKept(command.Remark)));
        }
        var after = result.After!;
        turn.Log(AgreementDeeds.Returned(after.Now.IsExcluding), LogSubject.PlanItem, after.Id.Value,
            LogDetail.Of("number", after.Number).And("version", after.Now.Version));
        await shown.Redraw(turn, after);
        return new Done.With(await screens.Next(turn, after.Plan, after.Number, Html.Text(AgreementTexts.Returned(after))));
    }
}
