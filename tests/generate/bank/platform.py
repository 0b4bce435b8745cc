"""Prose on platforms: portals, new media, reading points."""

from typing import Final

from .phrase import plain

PLATFORM: Final = plain(
    ("portal", "依托{site}，优化政府信息公开专栏设置，增设检索功能。"),
    ("portal", "完善{site}栏目，新增专题专栏{a}个，调整栏目{b}个。"),
    ("login", "公众登录网站即可查询办事流程，也可拨打电话0799-6660123咨询。"),
    ("media", "通过微信公众号推送信息{a}篇，阅读量{big}余次。"),
    ("media", "政务新媒体账号全年发布信息{ab}条，其中原创{a}条，转载{b}条。"),
    ("weibo", "政务微博发布信息{thousands}多条，回复评论{a}条。"),
    ("hall", "在便民服务大厅设立政府信息公开查阅点，配备电脑{a}台，实行5×8小时服务。"),
    ("hall", "在政务公开专区提供24小时自助查询服务。"),
    ("board", "发挥村（社区）公示栏、电子显示屏的作用，张贴公告{a}份。"),
    ("above_portal", "转载云澜市人民政府和国务院部门政策文件{a}条。"),
    ("check", "每季度开展一次网站自查，及时清除错链、断链，检查合格率100%。"),
    ("bulletin", "编印政府公报{a}期，免费向公众发放。"),
    ("address", "专栏网址为www.qingshi.gov.cn，全天开放。"),
    ("old_people", "推进网站适老化和无障碍改造，方便老年人和残疾人获取信息。"),
    ("app", "关停更新不及时的政务新媒体账号{a}个，保留{b}个。"),
    ("points_list", "平台设置以下内容：1）机构职能；2）政策文件；3）办事指南。"),
)
