using System.Text;
using MspBot.Host.Conversations.Screens;
using Xunit;

namespace MspBot.Tests.Conversations.Screens;

/// <summary>Rule 8: what a button carries fits in 64 bytes and can be anything when it comes back.</summary>
public sealed class PressDataTests
{
    [Theory]
    [MemberData(nameof(Nonsense))]
    public void What_no_button_of_ours_carried_is_read_as_nothing(string data) => Assert.Null(PressData.Read(data));

    public static TheoryData<string> Nonsense() =>
    [
        "", ":", "f:", "c:", "r:", "ы", "f:1", "f:1.2", "f:-1.1.0", "f:1.-1.t-1", "f:1.99999999999.0", "f:99999999999999999999.1.0",
        "f: 1.1.0", "f:+1.1.0",
        "c:s", "c:s:1", "c:s:-1:join", "c:s:x:join", "c:s:99999999999999999999:join", "r:-1", "r:x", "r:١", "x:1", "z:menu", "F:1.1.0",
        new string('ы', 32), new string('f', 64), "f:١.١.١", "\0\0\0", "c::", "null",
    ];

    [Theory]
    [MemberData(nameof(Ours))]
    public void What_a_button_carries_comes_back_as_it_was(string data) => Assert.Equal(data, PressData.Read(data)!.ToString());

    public static TheoryData<string> Ours() =>
        ["f:1.1.0", "f:9223372036854775807.2147483647.t12", "f:1.2.b", "f:1.2.gedit", "c:s:12:join", "c:ev:0:show:RoundTable",
            "c:door:0:yes:e_12", "n:new", "n:change:12.3.Title", "a:register:1795000000.e_12", "r:7", "m:menu"];

    [Fact]
    public void The_longest_button_of_a_talk_fits() =>
        Assert.True(Encoding.UTF8.GetByteCount(new PressData.InDialog(long.MaxValue, int.MaxValue,
            "gcalendar").ToString()) <= Button.DataLimit);

    [Fact]
    public void A_button_that_would_not_fit_is_a_mistake_of_ours() =>
        Assert.Throws<ArgumentException>(() => Button.Flow("Кнопка", "flow", new string('ы', 30)));
}
