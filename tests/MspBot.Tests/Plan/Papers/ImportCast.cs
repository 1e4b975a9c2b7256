using MspBot.Data.Plan;
using MspBot.Data.Plan.Papers;
using MspBot.Domain.Clock;
using MspBot.Domain.Plan;
using MspBot.Domain.Plan.Papers;
using MspBot.Host.Plan.Papers;
using MspBot.Sandbox;
using MspBot.Tests.Plan.Facts;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;

namespace MspBot.Tests.Plan.Papers;

/// <summary>A head with an agreed plan who hands in a table.</summary>
internal static class ImportCast
{
    internal static readonly object?[] Header =
        ["Мероприятие", "Форма", "Срок", "Ответственный", "Результат, вид документа", "Для кого", "Код"];

    internal static async Task<(Visitor Head, IReadOnlyList<PlanItemId> Items)> Planned(this World world, params string[] titles)
    {
        var head = await SeminarCast.Head(world);
        await world.Methodologist();
        return (head, await world.HasPlan([.. titles.Select(title => PlanStage.Text(title))]));
    }

    /// <summary>The message that answers once the file is read.</summary>
    internal static async Task<ChatMessage> SendsTable(this World world, Visitor head, byte[] table)
    {
        await head.Sees("Пришлите таблицу плана");
        await head.SendsDocument("план.xlsx", table);
        await head.Sees("Файл получен. Проверяю таблицу плана на 2026/27");
        await world.RunJobs();
        return head.Chat[^1];
    }

    internal static async Task<byte[]> Downloads(this Visitor head, string button, string name)
    {
        await head.Types("/plan");
        await head.Taps("Скачать план");
        await head.Taps(button);
        return (await head.SeesFile(name)).Bytes.ToArray();
    }

    internal static Task<PlanStamp> Stamp(this World world) => world.Turn(async (PaperReader r) =>
        (await r.Stamp(new SchoolYear(2026)))!.Value);

    /// <summary>As a head's table has it now.</summary>
    internal static async Task<string> Code(this World world, PlanItemId id) =>
        await world.Item(id) is var item ? ItemCode.Of(await world.Stamp(), PlanSheet.Printed(item, item.Now)) : "";

    internal static Task<ItemResult> Changes(this World world, PlanItemId id, string title) => world.Turn(async (ItemStore s) =>
        await s.Change(
        id, (await world.Item(id)).Revision, PlanStage.Text(title), null,
        new(await world.Sql<long>("select min(person_id) from person_role where role = 'Head'")), world.Clock.GetUtcNow()));

    internal static object?[] Row(string title, string? code = null, string term = "декабрь 2026") =>
        PlanSheetTests.Row(title, term: term, code: code);

    /// <summary>Tables that wait, and files.</summary>
    internal static async Task<(int Imports, int Files)> Stored(World world) =>
        (await world.Sql<int>("select count(*) from plan_import"), await world.Sql<int>(
            "select count(*) from stored_file where state <> 'Lost'"));
}
