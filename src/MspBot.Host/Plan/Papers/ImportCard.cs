using MspBot.Data.People.Roles;
using MspBot.Data.Plan.Papers;
using MspBot.Domain.Clock;
using MspBot.Domain.People;
using MspBot.Domain.Plan;
using MspBot.Domain.Plan.Papers;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Plan.Papers;

/// <summary>
/// What a table that was handed in would do to the plan as it stands now. Its argument says whether items that the table lacks go.
/// </summary>
internal sealed class ImportCard(ImportStore imports, RoleStore roles, ShownPlans shown, SiteZone zone) : Card
{
    private const string Name = PlanLinks.Imported;
    internal const string Apply = "apply";
    internal const string Drop = "drop";
    internal const string Excludes = "x";

    public override string Key => Name;

    public override Access Access => Access.Rows(async (turn, id) => await Own(turn, id) is not null);

    public override async Task<Screen?> Show(Turn turn, long id, string arg)
    {
        if (await Own(turn, id) is not { } import) return null;
        if (import.IsForgotten) return ImportScreens.Forgotten(import.Year);
        var items = await imports.Items(import.Year, DialogTexts.Erased, turn.Now);
        return ImportScreens.Preview(import, ImportComparison.Of(items, import.Content!.Rows), items, arg == Excludes);
    }

    public override async Task<Pressed> Press(Turn turn, long id, string action, string arg)
    {
        if (await Own(turn, id) is not { IsForgotten: false } import) return Pressed.Fresh();
        switch (action)
        {
            case Apply:
                return await Done(turn, import, new Argument(arg));
            case Drop:
                await imports.Drop(import.Id);
                return Pressed.Instead(ImportScreens.Dropped(import.Year));
            default:
                return Pressed.Fresh(arg);
        }
    }

    private async Task<Pressed> Done(Turn turn, PlanImport import, Argument seen)
    {
        if (!await roles.Holds(turn.Person, Role.Head)) return Pressed.Warn(RefusalTexts.Of(PlanRefusal.RoleLost));
        var today = zone.DayOf(turn.Now);
        var reason = seen.Part(1) == Excludes ? ImportTexts.NotInFile(today) : null;
        var result = await imports.Apply(
            import, seen.Part(0) ?? "", ImportTexts.InFile(today), reason, DialogTexts.Erased, turn.Person, turn.Now);
        switch (result.Refusal)
        {
            case null:
                break;
            case PlanRefusal.YearOver or PlanRefusal.TooEarly:
                return Pressed.Instead(ImportScreens.Closed(import.Year, result.Refusal.Value));
            case PlanRefusal.ChangedMeanwhile:
                return Pressed.Warn(ImportTexts.ChangedMeanwhile);
            default:
                return Pressed.Warn(RefusalTexts.Of(result.Refusal.Value));
        }
        ImportLog.Write(turn, result.Done!);
        await shown.Redraw(turn, result.Done!.Plan);
        return Pressed.Instead(ImportScreens.Applied(import.Year, result.Done));
    }

    /// <summary>A table that this person has handed in, is still the head to apply, and that is read, or forgotten.</summary>
    private async Task<PlanImport?> Own(Turn turn, long id) =>
        PlanAccess.Writes(turn.Speaker) && await imports.Find(new(id)) is { } import && import.By == turn.Person
        && (import.Content is not null || import.IsForgotten) ? import : null;
}
