using MspBot.Sandbox;
using MspBot.Tests.Certificates;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using UglyToad.PdfPig;
using Xunit;

namespace MspBot.Tests.Printing;

/// <summary>Names and titles that no font of ours has: refused where they are typed; no paper without a name.</summary>
public sealed class UnprintableStories(TestCluster cluster)
{
    private static readonly TimeSpan Past = TimeSpan.FromDays(-5);

    [Theory]
    [InlineData("王 小明")]
    [InlineData("محمد علي")]
    public async Task A_name_that_cannot_be_printed_is_asked_again_with_an_example(string name)
    {
        await using var world = await World.Open(cluster);
        var guest = world.Visitor(1, "Ван");
        await guest.Types("/start");
        await guest.Taps("Согласен");
        await guest.Types(name);
        Assert.Contains("русскими или латинскими буквами", await guest.Sees("например: Ван Сяомин"), StringComparison.Ordinal);
        await guest.Types("Ван Сяомин");
        await guest.Taps("Моей школы нет");
        await guest.Types("北京学校");
        await guest.Sees("например: МОУ «СОШ № 12»");
        await guest.Types("Пекинская школа");
        await guest.Sees("Кем вы работаете?");
    }

    [Fact]
    public async Task The_same_in_the_profile_and_in_a_title()
    {
        await using var world = await World.Open(cluster);
        var head = await SeminarCast.Head(world);
        await head.Types("/profile");
        await head.Taps("Изменить имя");
        await head.Types("王 小明");
        await head.Sees("например: Ван Сяомин");
        await head.Types("/new");
        await head.Taps("Круглый стол");
        await head.Types("学习");
        await head.Sees("В этом названии есть буквы, которых нет в шрифте сертификатов");
        await head.Types("🎉");
        await head.Sees("В этом названии есть буквы, которых нет в шрифте сертификатов");
        await head.Types("Чтение 🎉");
        await head.Sees("Когда");
    }

    [Fact]
    public async Task A_name_of_before_is_put_right_first_and_the_paper_has_its_first_number_then()
    {
        await using var world = await World.Open(cluster);
        await SeminarCast.Head(world);
        var wan = await SeminarCast.Teacher(world, 1, "王 小明", "Tutor");
        await world.Came(await world.Seminar(startsIn: Past), 1);
        await world.Consulted(1, TimeSpan.FromDays(-30));

        await wan.Types("/my");
        await wan.Taps("Сертификаты: 1");
        await wan.Taps("Мои документы");
        await wan.Taps("2026/27");
        await wan.Sees("напечатать его нельзя");
        await wan.Types("/my");
        await wan.Taps("Сертификаты: 1");
        await wan.Taps("Читательская");
        await wan.Sees("напечатать его нельзя");
        Assert.Equal(0, await world.Sql<int>("select count(*) from certificate"));
        Assert.DoesNotContain(wan.Chat, m => m.File is not null);

        await wan.Taps("Изменить имя");
        await wan.Types("Ван Сяомин");
        await wan.Sees("Ван Сяомин");
        await wan.Types("/my");
        await wan.Taps("Сертификаты: 1");
        await wan.Taps("Читательская");
        using var document = PdfDocument.Open((await wan.SeesFile("Сертификат 2026-0001.pdf")).Bytes.ToArray());
        Assert.Contains("Ван Сяомин", document.GetPage(1).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("редакция", document.GetPage(1).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_paper_that_was_printed_without_its_name_is_not_called_genuine()
    {
        await using var world = await World.Open(cluster);
        var head = await SeminarCast.Head(world, 5);
        var id = await CertificateCast.Issued(world);
        await world.Sql<int>("update certificate set name = '王 小明'; update sign_up set came = true");
        await world.Sql<int>(
            $"insert into sign_up (seminar_id, person_id, state, created_at, confirmed_at, came) select seminar_id, person_id, " +
            $"'Confirmed', {world.Now}, {world.Now}, true from certificate");

        var stranger = world.Visitor(77);
        await stranger.Types($"/start c_{await world.Code()}");
        Assert.DoesNotContain("подлинный", await stranger.Sees("⚠️ Сертификат № 2001-0001: имя не напечатано"), StringComparison.Ordinal);
        await head.TapsData(await Latest(world, head), $"c:cert:{id}:show");
        Assert.DoesNotContain("✅", await head.Sees("Не действует: имя не напечатано"), StringComparison.Ordinal);
    }

    private static async Task<ChatMessage> Latest(World world, Visitor who)
    {
        await who.Types("/menu");
        await world.Idle();
        return who.Chat[^1];
    }
}
