using MspBot.Domain.Materials;
using MspBot.Sandbox;
using MspBot.Tests.Consultations.Groups;
using MspBot.Tests.Plan;
using MspBot.Tests.Support;

namespace MspBot.Tests.Materials.Adding;

/// <summary>What stories of adding do again and again.</summary>
internal static class AddingCast
{
    /// <summary>From the file or the link to the last button.</summary>
    internal static async Task Describes(this Visitor who, string name = "Проценты, 6 класс", string last = "Опубликовать")
    {
        await who.Sees("Как называется?");
        await who.Types(name);
        await who.Taps("Презентация");
        await who.Taps("Математика");
        await who.Taps("Готово (1)");
        await who.Types("5–6");
        await who.Sees("О чём она");
        await who.Types("Задания на проценты с разбором ошибок");
        await who.Taps("Только я");
        await who.Sees("нет имён, фото и работ учеников");
        await who.Taps(last);
    }

    internal static async Task BeginsAdding(this Visitor who)
    {
        await who.Opens("n:material-add");
        await who.Sees("Что добавляем?");
    }

    /// <summary>Sends a file and answers everything.</summary>
    internal static async Task AddsFile(this Visitor who, World world, byte[] bytes, string name = "Проценты, 6 класс",
        string last = "Опубликовать", string fileName = "Проценты.pptx")
    {
        await who.BeginsAdding();
        await who.SendsDocument(fileName, bytes);
        await who.Describes(name, last);
        await who.Sees("сохранена. Проверим файл");
        await world.Idle();
    }

    /// <summary>«Заменить файл»; without bytes by a link.</summary>
    internal static async Task Replaces(this Visitor who, MaterialId material, int version, byte[]? bytes)
    {
        await who.Opens($"n:material-replace:{material.Value}.{version}");
        await who.Sees("Что вместо прежнего?");
        if (bytes is null) await who.Types("https://disk.yandex.ru/i/new");
        else await who.SendsDocument("Проценты.pptx", bytes);
        await who.Taps("Заменить файл");
    }

    internal static Task Presses(this Visitor who, MaterialId material, string action, int version) =>
        who.Opens($"c:lmd:{material.Value}:{action}:{version}");

    internal static Task<string?> StateOf(this World world, MaterialId material) => world.Sql<string>($"""
        select concat_ws(' ', state, 'v' || version, 'e' || edition) from material where id = {material.Value}
        """);

    internal static async Task<MaterialId> NewestMaterial(this World world) => new(await world.Sql<long>("select max(id) from material"));
}
